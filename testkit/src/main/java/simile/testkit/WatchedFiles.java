package simile.testkit;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StoreFiles;

/**
 * A store's files that tell a watcher of each change before and after, and of each read before; it
 * may throw, or halt the process.
 */
public final class WatchedFiles extends ForwardingFiles {
  private final String root;
  private final Watcher watcher;

  public WatchedFiles(StoreFiles files, Watcher watcher) {
    this(files, files.root(), watcher);
  }

  /**
   * Watches files under another name.
   *
   * @param root what {@link #root()} answers
   */
  public WatchedFiles(StoreFiles files, String root, Watcher watcher) {
    super(files);
    this.root = root;
    this.watcher = watcher;
  }

  /** Where a call is. */
  public enum Point {
    CREATE,
    CREATED,
    WRITE,
    /** Half of the bytes are written. */
    WRITE_HALF,
    CLOSE,
    CLOSED,
    BUILD,
    PUBLISH,
    PUBLISHED,
    SYNC,
    SYNCED,
    PUT,
    PUT_DONE,
    REPLACE,
    REPLACED,
    DELETE,
    DELETED,
    /** An unfinished file is about to be given up. */
    ABANDON,
    READ,
    OPEN,
    SIZE,
    LIST;

    /** Whether files are only read here. */
    public boolean isRead() {
      return this == READ || this == OPEN || this == SIZE || this == LIST;
    }
  }

  /** Learns of calls. */
  public interface Watcher {
    void reach(Point point, String path) throws IOException;
  }

  @Override
  public String root() {
    return root;
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    watcher.reach(Point.CREATE, path);
    DurableOutput out = files.create(path);
    watcher.reach(Point.CREATED, path);
    return new WatchedOutput(out, path, watcher);
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    watcher.reach(Point.BUILD, path);
    LocalBuild build = files.build(path);
    return new LocalBuild() {
      @Override
      public Path path() {
        return build.path();
      }

      @Override
      public void publish() throws IOException {
        watcher.reach(Point.PUBLISH, path);
        build.publish();
        watcher.reach(Point.PUBLISHED, path);
      }

      @Override
      public void close() throws IOException {
        watcher.reach(Point.ABANDON, path);
        build.close();
      }
    };
  }

  @Override
  public void syncFolders(Collection<String> folders) throws IOException {
    watcher.reach(Point.SYNC, "");
    files.syncFolders(folders);
    watcher.reach(Point.SYNCED, "");
  }

  @Override
  public boolean putIfAbsent(String path, byte[] content) throws IOException {
    watcher.reach(Point.PUT, path);
    boolean created = files.putIfAbsent(path, content);
    watcher.reach(Point.PUT_DONE, path);
    return created;
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    watcher.reach(Point.REPLACE, path);
    files.replace(path, content);
    watcher.reach(Point.REPLACED, path);
  }

  @Override
  public byte[] read(String path) throws IOException {
    watcher.reach(Point.READ, path);
    return files.read(path);
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    watcher.reach(Point.OPEN, path);
    return files.open(path);
  }

  @Override
  public OptionalLong size(String path) throws IOException {
    watcher.reach(Point.SIZE, path);
    return files.size(path);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    watcher.reach(Point.LIST, folder);
    return files.list(folder);
  }

  @Override
  public void delete(String path) throws IOException {
    watcher.reach(Point.DELETE, path);
    files.delete(path);
    watcher.reach(Point.DELETED, path);
  }
}
