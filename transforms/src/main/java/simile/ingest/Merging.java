package simile.ingest;

import java.io.Serializable;

/**
 * What becomes of records whose ids have a live record already, and by which version that is
 * judged.
 *
 * @param mode what becomes of them
 * @param baseVersion the version that says which ids exist; means nothing with {@link
 *     MergeMode#LATEST}
 */
public record Merging(MergeMode mode, long baseVersion) implements Serializable {
  /** They replace what is there. */
  public static final Merging LATEST = new Merging(MergeMode.LATEST, 0);

  /** Whether the store is asked what it has. */
  public boolean judges() {
    return mode != MergeMode.LATEST;
  }
}
