package simile.compact;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that a compaction needs to know, fixed when it is submitted; the same on every worker.
 *
 * @param store where the store is
 * @param runId the run
 * @param argumentsSha256 of its arguments in canonical form
 * @param submittedAt when it was submitted
 * @param runner what runs it, for people
 * @param version the version that was planned from
 * @param rules the sizes
 * @param groups what is replaced
 */
public record CompactionPlan(
    String store,
    String runId,
    String argumentsSha256,
    Instant submittedAt,
    String runner,
    long version,
    CompactionRules rules,
    List<Group> groups)
    implements Serializable {

  public CompactionPlan {
    groups = List.copyOf(groups);
  }

  /** Every range of every group. */
  public List<RangeTask> tasks() {
    return groups.stream()
        .flatMap(
            group ->
                IntStream.range(0, group.ranges().size())
                    .mapToObj(range -> new RangeTask(group.number(), range)))
        .toList();
  }

  /** A group by its number. */
  public Group group(int number) {
    return groups.stream().filter(g -> g.number() == number).findFirst().orElseThrow();
  }
}
