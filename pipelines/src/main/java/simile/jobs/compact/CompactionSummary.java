package simile.jobs.compact;

import java.util.List;
import java.util.function.ToLongFunction;
import simile.compact.CompactionDetails;
import simile.compact.Group;
import simile.log.Commit;

/**
 * What a compaction did, as the log tells.
 *
 * @param runId the run
 * @param runner what ran it
 * @param commits its entries, oldest first
 * @param yielded groups that were left to the next compaction, since others changed their segments
 *     or compacted them first
 */
public record CompactionSummary(
    String runId, String runner, List<Commit> commits, List<Group> yielded) {

  public CompactionSummary {
    commits = List.copyOf(commits);
    yielded = List.copyOf(yielded);
  }

  /** Whether there was nothing to compact. */
  public boolean isNothing() {
    return commits.isEmpty() && yielded.isEmpty();
  }

  /** Whether everything that was planned was lost to others. */
  public boolean isLost() {
    return commits.isEmpty() && !yielded.isEmpty();
  }

  /** One of {@link CompactionDetails}' numbers, over all commits. */
  public long number(String detail) {
    return sum(commit -> CompactionDetails.number(commit.details(), detail));
  }

  /** Bytes of the files that were replaced; they are on the disk until a vacuum. */
  public long bytesBefore() {
    return sum(commit -> commit.counts().bytesRead());
  }

  /** Bytes of the files that replaced them. */
  public long bytesAfter() {
    return sum(commit -> commit.counts().bytesWritten());
  }

  /** Records in what was written. */
  public long rows() {
    return sum(commit -> commit.counts().rows());
  }

  private long sum(ToLongFunction<Commit> number) {
    return commits.stream().mapToLong(number).sum();
  }
}
