package simile.tags;

import simile.log.CommitCheck;

/** How entries that replace the retention keep out of each other's way. */
final class Retentions {
  /** Refuses once another entry replaced it. */
  static final CommitCheck UNCHANGED =
      since ->
          since.stream()
              .filter(commit -> commit.retention().isPresent())
              .findFirst()
              .map(commit -> "version %d changed what is kept".formatted(commit.version()));

  private Retentions() {}
}
