package simile.testkit;

import java.io.IOException;
import simile.files.DurableOutput;
import simile.testkit.WatchedFiles.Point;
import simile.testkit.WatchedFiles.Watcher;

/** Writes each piece in two halves, so that a watcher can come between them. */
final class WatchedOutput extends DurableOutput {
  private final DurableOutput out;
  private final String path;
  private final Watcher watcher;
  private boolean closed;

  WatchedOutput(DurableOutput out, String path, Watcher watcher) {
    this.out = out;
    this.path = path;
    this.watcher = watcher;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    watcher.reach(Point.WRITE, path);
    out.write(bytes, offset, length / 2);
    watcher.reach(Point.WRITE_HALF, path);
    out.write(bytes, offset + length / 2, length - length / 2);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      watcher.reach(Point.CLOSE, path);
      out.close();
      closed = true;
      watcher.reach(Point.CLOSED, path);
    }
  }

  @Override
  public void abandon() throws IOException {
    if (!closed) {
      watcher.reach(Point.ABANDON, path);
    }
    out.abandon();
  }
}
