package simile.conflict;

/** Which of two records with one id stays. */
public enum Resolution {
  /** The one that comes. */
  INCOMING,
  /** The one that the store has. */
  STORED,
  /**
   * The newer by {@code updated_at}, else {@code created_at}; of equal times, and where one has no
   * time, the one that comes. Field by field where the contract says so.
   */
  NEWER
}
