package simile.chaos;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import simile.files.StoreFiles;
import simile.layout.Layout;
import simile.testkit.process.ClusterProcess;
import simile.testkit.process.OpenFiles;
import simile.workflow.Workflows;

/** What a store shows of a run at work. Of what was there before this was made it takes no heed. */
final class Sight {
  private static final String COLLECTION = Layout.collection("default", "analogies");

  private final Site site;
  private final StoreFiles files;
  private final String store;
  private final String run;
  private final long entry;
  private final Set<String> earlier = new TreeSet<>();
  private int splits;

  /**
   * Looks at a store.
   *
   * @param entry the number that the run's entry in the log will have
   */
  Sight(Site site, StoreFiles files, String store, String run, long entry) throws IOException {
    this.site = site;
    this.files = files;
    this.store = store;
    this.run = run;
    this.entry = entry;
    earlier.addAll(begun());
    earlier.addAll(done());
  }

  /** Whether it is that moment. */
  boolean is(Moment moment, Collection<ClusterProcess> workers) throws IOException {
    return switch (moment) {
      case READING -> OpenFiles.holder(workers, site.input().toString()).isPresent();
      case WRITING -> !isCommitted() && isBegun();
      case ENDING -> isWhole() && !isCommitted() && !isCommitting();
      case COMMITTING -> isCommitting() && !isCommitted();
      case COMMITTED -> isCommitted();
      case ALWAYS -> true;
    };
  }

  boolean isCommitted() throws IOException {
    return files.size("_log/%020d.json".formatted(entry)).isPresent();
  }

  private boolean isCommitting() throws IOException {
    return site.storage().isCommitting(store, run);
  }

  private boolean isBegun() throws IOException {
    Set<String> half = begun();
    half.removeAll(done());
    return !half.isEmpty();
  }

  private boolean isWhole() throws IOException {
    Set<String> whole = new TreeSet<>();
    for (String segment : done()) {
      whole.add(segment.substring(run.length() + 1, run.length() + 6)); // the split's number
    }
    return !whole.isEmpty() && whole.size() >= splits();
  }

  private int splits() throws IOException {
    if (splits == 0) {
      splits =
          new Workflows(files)
              .read(run)
              .map(w -> Integer.parseInt(w.metadata().getOrDefault("splits", "0")))
              .orElse(0);
    }
    return splits == 0 ? Integer.MAX_VALUE : splits;
  }

  /** Segments that have a shard or deletions, which come before the key file. */
  private Set<String> begun() throws IOException {
    Set<String> begun = segments("sqlite");
    begun.addAll(segments("tombstones"));
    return begun;
  }

  private Set<String> done() throws IOException {
    return segments("keys");
  }

  private Set<String> segments(String folder) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String file : files.names(COLLECTION + "/" + folder)) {
      String name = file.replaceFirst("\\..*", "");
      if (name.startsWith(run + "-") && !earlier.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
