package simile.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a reader that left from a disk that is full. */
final class PipeOutput extends FilterOutputStream {

  PipeOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw explained(e);
    }
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    try {
      out.write(bytes, start, length);
    } catch (IOException e) {
      throw explained(e);
    }
  }

  /** The system's message is in the user's language, so what kind of file it is decides. */
  private static IOException explained(IOException e) {
    boolean onDisk = Files.isRegularFile(Path.of("/dev/fd/1"));
    return onDisk ? e : new OutputClosedException(e);
  }
}
