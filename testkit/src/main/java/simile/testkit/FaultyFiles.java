package simile.testkit;

import java.io.IOException;
import simile.files.DurableOutput;
import simile.files.OutcomeUnknownException;
import simile.files.StoreFiles;
import simile.testkit.WatchedFiles.Point;

/**
 * A store's files of which one call fails, before its effect, in the middle of it, or after it; or
 * whose disk is full after so many bytes.
 *
 * <p>Failures keep the contract of {@link StoreFiles}: a put whose effect is there fails with
 * {@link OutcomeUnknownException}. What gives unfinished files up never fails.
 */
public final class FaultyFiles extends ForwardingFiles {
  private final Fault fault;

  private FaultyFiles(StoreFiles files, Fault fault) {
    super(new WatchedFiles(files, fault));
    this.fault = fault;
  }

  /**
   * The {@code nth} step of any call fails, from 1; a call has a step before its effect and, unless
   * it only reads, one after, and a write has one in the middle.
   */
  public static FaultyFiles failingAt(StoreFiles files, int nth) {
    return new FaultyFiles(files, new Fault(nth, false, Long.MAX_VALUE));
  }

  /** The answer to the {@code nth} put that is sent never comes, and the put was not applied. */
  public static FaultyFiles losingPut(StoreFiles files, int nth) {
    return new FaultyFiles(files, new Fault(nth, true, Long.MAX_VALUE));
  }

  /** After so many bytes in all, nothing more can be written; half of a piece may still fit. */
  public static FaultyFiles full(StoreFiles files, long bytes) {
    return new FaultyFiles(files, new Fault(Integer.MAX_VALUE, false, bytes));
  }

  /** Whether the fault has come. */
  public boolean struck() {
    return fault.struck;
  }

  /** The call that failed, for people. */
  public String where() {
    return fault.where;
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    DurableOutput out = super.create(path);
    return new DurableOutput() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        int fits = fault.take(length);
        out.write(bytes, offset, fits);
        fault.requireRoom(path, fits == length);
      }

      @Override
      public void close() throws IOException {
        out.close();
      }

      @Override
      public void abandon() throws IOException {
        out.abandon();
      }
    };
  }

  @Override
  public boolean putIfAbsent(String path, byte[] content) throws IOException {
    requireRoomFor(path, content);
    return super.putIfAbsent(path, content);
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    requireRoomFor(path, content);
    super.replace(path, content);
  }

  private void requireRoomFor(String path, byte[] content) throws IOException {
    fault.requireRoom(path, fault.take(content.length) == content.length);
  }

  /** What goes wrong, and when. */
  private static final class Fault implements WatchedFiles.Watcher {
    private final int nth;
    private final boolean lostPut;
    private long room;
    private int reached;
    private boolean struck;
    private String where = "nothing failed";

    Fault(int nth, boolean lostPut, long room) {
      this.nth = nth;
      this.lostPut = lostPut;
      this.room = room;
    }

    @Override
    public synchronized void reach(Point point, String path) throws IOException {
      boolean counts = lostPut ? point == Point.PUT : point != Point.ABANDON;
      if (!counts || ++reached != nth) {
        return;
      }
      strike(point + " of '" + path + "'");
      if (lostPut || point == Point.PUT_DONE) {
        throw new OutcomeUnknownException("no answer: " + where, new IOException("reset"));
      }
      throw new IOException("injected: " + where);
    }

    /** How many of these bytes fit. */
    synchronized int take(int bytes) {
      int fits = (int) Math.min(room, bytes);
      room -= fits;
      return fits;
    }

    synchronized void requireRoom(String path, boolean fits) throws IOException {
      if (!fits) {
        strike("full at '" + path + "'");
        throw new IOException("No space left on device: " + path);
      }
    }

    private void strike(String place) {
      if (!struck) {
        where = place;
      }
      struck = true;
    }
  }
}
