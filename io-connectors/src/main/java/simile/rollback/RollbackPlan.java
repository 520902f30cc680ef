package simile.rollback;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.log.CommitCheck;

/**
 * What a rollback would change.
 *
 * @param base the newest version, from which the plan was made
 * @param target the version whose records come back
 * @param only the collection that is rolled back; if empty, all
 * @param changes by collection; none if everything is as it was then
 */
public record RollbackPlan(
    long base, long target, Optional<CollectionKey> only, List<Change> changes) {

  public RollbackPlan {
    changes = List.copyOf(changes);
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Segments that stop being live. */
  public long removed() {
    return changes.stream().mapToLong(change -> change.removes().size()).sum();
  }

  /** Segments that become live again. */
  public long restored() {
    return changes.stream().mapToLong(change -> change.restores().size()).sum();
  }

  /** Refuses the plan once a later commit changed what it is about, or which versions are kept. */
  public CommitCheck check() {
    return since ->
        since.stream()
            .filter(((Predicate<Commit>) this::touches).or(c -> c.retention().isPresent()))
            .findFirst()
            .map(commit -> "version %d came between".formatted(commit.version()));
  }

  private boolean touches(Commit commit) {
    return commit.changes().stream()
        .anyMatch(change -> only.map(change.key()::equals).orElse(true));
  }
}
