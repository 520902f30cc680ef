package simile.workflow;

import java.util.Set;

/** Where a run stands. */
public enum Status {
  /** Submitted, not started. */
  PENDING,
  PROCESSING,
  /** Committed. */
  COMPLETED,
  /** Stopped by an error or its gate; may be run again under the same id. */
  FAILED,
  /** Fenced: it can never commit. */
  CANCELLED;

  /** Whether a run can go from here to there; staying is always possible. */
  public boolean canBecome(Status next) {
    return this == next || next().contains(next);
  }

  /** Whether nothing can follow. */
  public boolean isFinal() {
    return next().isEmpty();
  }

  private Set<Status> next() {
    return switch (this) {
      case PENDING -> Set.of(PROCESSING, COMPLETED, FAILED, CANCELLED);
      case PROCESSING -> Set.of(COMPLETED, FAILED, CANCELLED);
      case FAILED -> Set.of(PENDING, PROCESSING, COMPLETED, CANCELLED);
      case COMPLETED, CANCELLED -> Set.of();
    };
  }
}
