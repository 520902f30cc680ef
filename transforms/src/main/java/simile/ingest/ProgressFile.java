package simile.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Progress through a local file, which works whatever runs the pipeline in this machine: each note
 * is 16 bytes, appended in one write (bytes and lines as big-endian longs). Failing to note
 * progress fails nothing.
 */
public final class ProgressFile implements ProgressSink {
  private static final int NOTE_BYTES = 16;

  private final Path path;

  public ProgressFile(Path path) {
    this.path = path;
  }

  @Override
  public void add(long bytes, long lines) {
    ByteBuffer note = ByteBuffer.allocate(NOTE_BYTES).putLong(bytes).putLong(lines).flip();
    try (FileChannel out =
        FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      out.write(note);
    } catch (IOException e) {
      // The reader is gone, or its disk is full; the work goes on.
      return;
    }
  }
}
