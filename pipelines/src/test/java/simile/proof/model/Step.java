package simile.proof.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A step of a history. Versions are counted back from the newest, so that steps can be left out.
 */
sealed interface Step {
  /** A run that ingests lines, which are one split, or two if {@code split}. */
  record Ingest(List<Line> lines, boolean split) implements Step {}

  /** A deletion by id. */
  record Delete(List<String> ids) implements Step {}

  /** A deletion by criteria; another run may commit between its reading and its commit. */
  record DeleteBy(Filter filter, Optional<Step> meanwhile) implements Step {}

  /** Brings deleted records back. */
  record Undelete(List<String> ids) implements Step {}

  /** A compaction; another run may commit between its writing and its commit. */
  record Compact(boolean full, Optional<Step> meanwhile) implements Step {}

  /** A rollback by so many versions. */
  record Rollback(int back) implements Step {}

  /** Names the version that is so many before the newest, or takes the name away if it is taken. */
  record Tag(String name, int back) implements Step {}

  /** A vacuum. */
  record Vacuum(Duration olderThan) implements Step {}

  /** Another process opens the store. */
  record Reopen() implements Step {}

  /** The power goes at the {@code at}-th change of files; then the same run again. */
  record Crash(Step during, int at, long seed) implements Step {}

  /** Reads the version that is so many before the newest. */
  record ReadAsOf(int back) implements Step {}
}
