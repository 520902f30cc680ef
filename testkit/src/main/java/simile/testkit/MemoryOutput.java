package simile.testkit;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import simile.files.DurableOutput;

/** Writes a file in memory; once the power went, it writes no more. */
final class MemoryOutput extends DurableOutput {
  private final MemoryFiles files;
  private final String path;
  private final MemoryFile file;
  private final int boot;
  private boolean decided;

  MemoryOutput(MemoryFiles files, String path, MemoryFile file, int boot) {
    this.files = files;
    this.path = path;
    this.file = file;
    this.boot = boot;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    synchronized (files) {
      files.requireBoot(boot);
      if (decided) {
        throw new ClosedChannelException();
      }
      file.append(bytes, offset, length);
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (files) {
      if (!decided) {
        files.requireBoot(boot);
        decided = true;
        file.bytesDurable = true;
      }
    }
  }

  @Override
  public void abandon() throws IOException {
    synchronized (files) {
      if (!decided) {
        files.requireBoot(boot);
        decided = true;
        files.delete(path);
      }
    }
  }
}
