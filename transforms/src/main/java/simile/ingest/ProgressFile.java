package simile.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import simile.workflow.WorkDone;

/**
 * How far the workers of a run on this machine are: a file of fixed records of 24 bytes, {@code
 * int64 bytes, int64 rows, int64 rejected}, big-endian, each what some worker did since its last
 * record.
 *
 * <p>Progress is only for looking at. Losing it never fails a run, and nothing else depends on it.
 */
public final class ProgressFile {
  private static final int RECORD = 3 * Long.BYTES;

  private ProgressFile() {}

  /** Tells the workers of a run that it was cancelled: a file beside this one. */
  public static void stop(Path path) throws IOException {
    Files.createFile(stopSign(path));
  }

  /** Tells who looks for more input that there shall be no more: another file beside this one. */
  public static void drain(Path path) throws IOException {
    Files.createFile(drainSign(path));
  }

  /**
   * Whether no more input is wanted, or the run was cancelled.
   *
   * @param path the file; empty if nobody can say so
   */
  public static boolean isEnding(String path) {
    return !path.isEmpty()
        && (Files.exists(drainSign(Path.of(path))) || Files.exists(stopSign(Path.of(path))));
  }

  /** Deletes the file and what is beside it. */
  public static void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(stopSign(path));
    Files.deleteIfExists(drainSign(path));
  }

  private static Path drainSign(Path path) {
    return path.resolveSibling(path.getFileName() + ".drain");
  }

  private static Path stopSign(Path path) {
    return path.resolveSibling(path.getFileName() + ".stop");
  }

  /**
   * Adds records. Safe for many threads and many processes: each record is one write to a file
   * opened for appending, which the system places as a whole.
   */
  public static final class Writer implements ProgressSink {
    private final FileChannel file;
    private final Path stopSign;
    private final AtomicLong rejected = new AtomicLong(); // of the unit
    private volatile boolean lost;

    public Writer(Path path) throws IOException {
      stopSign = stopSign(path);
      file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Says that this much more was read and written. Call it once a slab, not once a row. */
    @Override
    public void add(long bytes, long rows) {
      write(bytes, rows, 0);
    }

    @Override
    public void begin(String unit) {
      rejected.set(0);
    }

    @Override
    public void rejected(long lines, SortedMap<String, Long> byRule) {
      long before = rejected.getAndSet(lines);
      if (lines != before) {
        write(0, 0, lines - before);
      }
    }

    private void write(long bytes, long rows, long rejectedRows) {
      if (lost) {
        return;
      }
      ByteBuffer entry =
          ByteBuffer.allocate(RECORD).putLong(bytes).putLong(rows).putLong(rejectedRows).flip();
      try {
        lost = file.write(entry) < RECORD;
      } catch (IOException e) {
        lost = true; // a full disk will tell the writers of data, who must not be hidden by us
      }
    }

    @Override
    public boolean isCancelled() {
      return Files.exists(stopSign);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Sums up what has been added. For one thread. */
  public static final class Reader implements Closeable {
    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(512 * RECORD);
    private long bytes;
    private long rows;
    private long rejected;

    /** Opens a file, which is made if no worker did so yet. */
    public Reader(Path path) throws IOException {
      file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }

    /** Everything that was added before this call. */
    public WorkDone read() throws IOException {
      while (file.read(buffer) > 0) {
        buffer.flip();
        while (buffer.remaining() >= RECORD) {
          bytes += buffer.getLong();
          rows += buffer.getLong();
          rejected += buffer.getLong();
        }
        buffer.compact();
      }
      return new WorkDone(bytes, rows, rejected, Collections.emptySortedMap());
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
