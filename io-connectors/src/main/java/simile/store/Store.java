package simile.store;

import java.io.IOException;
import simile.files.CapabilityProbe;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.keys.KeyIndexes;
import simile.layout.Layout;
import simile.log.CommitLog;
import simile.log.NoSuchVersionException;
import simile.log.Retention;
import simile.log.State;

/**
 * A store, opened: its log and its snapshots.
 *
 * <pre>{@code
 * Store store = Store.open("/data/analogies");
 * CollectionSnapshot analogies = store.snapshot(AsOf.latest()).collection("default", "analogies");
 * try (Rows rows = analogies.query(Query.ALL.limit(10))) {
 *   for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
 *     System.out.println(row.get().json());
 *   }
 * }
 * }</pre>
 *
 * <p>Loads no Beam. Safe for use by many threads.
 */
public final class Store {
  /** The folder of the log. */
  public static final String LOG = "_log";

  /** How much memory the indexes of key files may take that are kept for the next query. */
  private static final long INDEX_BYTES = 64L << 20;

  private final StoreFiles files;
  private final CommitLog log;
  private final KeyIndexes indexes = new KeyIndexes(INDEX_BYTES);

  private Store(StoreFiles files) throws IOException {
    this(files, CommitLog.open(files));
  }

  private Store(StoreFiles files, CommitLog log) {
    this.files = files;
    this.log = log;
  }

  /** A store whose files and log are at hand. */
  public static Store of(StoreFiles files, CommitLog log) {
    return new Store(files, log);
  }

  /**
   * Opens a store to read it. Where a first run has announced itself, there is one, still empty.
   *
   * @param location a path or URI
   * @throws StoreNotFoundException if there is none
   * @throws simile.log.CorruptLogException if its log is damaged
   * @throws simile.log.NewerFormatException if a newer version of Simile wrote it
   */
  public static Store open(String location) throws IOException {
    return new Store(locate(location));
  }

  /**
   * The files of a store, whose log need not be readable.
   *
   * @throws StoreNotFoundException if there is none, or one that is still being copied there
   */
  public static StoreFiles locate(String location) throws IOException {
    StoreFiles files = StoreFilesOpener.fromClassPath().open(location);
    if (hasNoLog(files) && files.list(Layout.WORKFLOWS).isEmpty()) {
      throw new StoreNotFoundException(
          "there is no store at '"
              + location
              + "'; check the path, or make one with: simile ingest --store "
              + location
              + " --input FILE");
    }
    UnfinishedCopy.refuse(files);
    return files;
  }

  /**
   * Opens a store to write to it; there may be none yet.
   *
   * @throws StoreNotFoundException if it is the copy of a store, and not whole yet
   * @throws simile.files.UnsupportedStoreException if the file system cannot hold a store
   * @throws IOException if it cannot be reached or written
   */
  public static Store openOrCreate(String location) throws IOException {
    StoreFiles files = StoreFilesOpener.fromClassPath().open(location);
    if (hasNoLog(files)) {
      CapabilityProbe.require(files, LOG);
    }
    UnfinishedCopy.refuse(files);
    return new Store(files);
  }

  /**
   * A process that was killed while it tried the place out can leave a probe there. The folder is
   * listed only where there is no first entry, since it grows with each.
   */
  private static boolean hasNoLog(StoreFiles files) throws IOException {
    return !CommitLog.exists(files) && files.list(LOG).stream().allMatch(CapabilityProbe::isProbe);
  }

  public StoreFiles files() {
    return files;
  }

  public CommitLog log() {
    return log;
  }

  /**
   * What the store holds as of a version.
   *
   * @throws NoSuchVersionException if there is no such version, or a vacuum gave it up
   */
  public Snapshot snapshot(AsOf asOf) throws IOException {
    State now = log.state();
    if (asOf instanceof AsOf.Version version) {
      return snapshot(version.number(), now.retention());
    }
    if (asOf instanceof AsOf.Time time) {
      return snapshot(log.newestAt(time.instant()), now.retention());
    }
    if (asOf instanceof AsOf.Tag tag) {
      return snapshot(versionOf(tag, now.retention()), now.retention());
    }
    return new Snapshot(files, now, indexes);
  }

  private Snapshot snapshot(long version, Retention retention) throws IOException {
    State state = log.stateAt(version);
    if (version > 0 && !retention.keeps(version)) {
      throw new NoSuchVersionException(
          "version %d was given up by a vacuum, and its files may be gone; the oldest version kept is %d%s"
              .formatted(
                  version,
                  retention.oldest(),
                  retention.tags().isEmpty() ? "" : ", and those tagged: " + retention.tags()));
    }
    return new Snapshot(files, state, indexes);
  }

  private static long versionOf(AsOf.Tag tag, Retention retention) throws NoSuchVersionException {
    Long version = retention.tags().get(tag.name());
    if (version == null) {
      throw new NoSuchVersionException(
          "there is no tag '%s'; there are %s".formatted(tag.name(), retention.tags().keySet()));
    }
    return version;
  }
}
