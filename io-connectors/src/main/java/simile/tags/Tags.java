package simile.tags;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import simile.layout.Names;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.NoSuchVersionException;
import simile.log.Operation;
import simile.log.Retention;
import simile.log.RunIdentity;
import simile.log.State;
import simile.store.AsOf;
import simile.store.Store;

/** The tags of a store. Each change is an entry of the log. */
public final class Tags {
  private static final int PLANS = 20;

  private final Store store;

  public Tags(Store store) {
    this.store = store;
  }

  /** Versions by tag. */
  public SortedMap<String, Long> list() throws IOException {
    return store.log().state().retention().tags();
  }

  /**
   * Tags a version.
   *
   * @return the commit; empty if it has the tag already
   * @throws IllegalArgumentException if no tag may have that name, or another version has it
   * @throws NoSuchVersionException if there is no such version, or it was given up
   * @throws CommitConflictException if others kept changing tags
   */
  public Optional<Commit> add(RunIdentity run, String name, AsOf asOf) throws IOException {
    Names.requireTag(name);
    long version = store.snapshot(asOf).version();
    if (version == 0) {
      throw new NoSuchVersionException("there is no version to tag; the oldest is 1");
    }
    return change(
        run,
        Map.of("tag", name, "tagged_version", Long.toString(version)),
        retention -> withTag(retention, name, version));
  }

  /**
   * Takes a tag away.
   *
   * @throws NoSuchVersionException if there is no such tag
   * @throws CommitConflictException if others kept changing tags
   */
  public Optional<Commit> delete(RunIdentity run, String name) throws IOException {
    if (committed(run).isEmpty()) {
      // Refuses a tag that is not there, but not the version that it names.
      requireTag(name);
    }
    return change(run, Map.of("deleted_tag", name), retention -> retention.withoutTag(name));
  }

  private void requireTag(String name) throws IOException {
    if (!list().containsKey(name)) {
      throw new NoSuchVersionException(
          "there is no tag '%s'; there are %s".formatted(name, list().keySet()));
    }
  }

  private static Retention withTag(Retention retention, String name, long version) {
    Long before = retention.tags().get(name);
    if (before != null && before != version) {
      throw new IllegalArgumentException(
          "tag '%s' names version %d already; delete it first, or choose another name"
              .formatted(name, before));
    }
    if (!retention.keeps(version)) {
      throw new IllegalArgumentException(
          "version %d was given up by a vacuum meanwhile; the oldest version kept is %d"
              .formatted(version, retention.oldest()));
    }
    return retention.withTag(name, version);
  }

  private Optional<Commit> committed(RunIdentity run) throws IOException {
    return store.log().byToken(run.token()).filter(entry -> entry.operation().isDone());
  }

  private Optional<Commit> change(
      RunIdentity run, Map<String, String> details, UnaryOperator<Retention> how)
      throws IOException {
    Optional<Commit> earlier = committed(run);
    if (earlier.isPresent()) {
      return earlier;
    }
    for (int attempt = 1; ; attempt++) {
      State now = store.log().state();
      Retention next = how.apply(now.retention());
      if (next.equals(now.retention())) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            store
                .log()
                .append(
                    run.draft(Operation.TAG, List.of(), Optional.of(next), details),
                    now.version(),
                    Retentions.UNCHANGED)
                .commit());
      } catch (CommitFencedException e) {
        throw e;
      } catch (CommitConflictException e) {
        if (attempt == PLANS) {
          throw e;
        }
      }
    }
  }
}
