package simile.parquet.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import simile.parquet.ParquetFormatException;

/** Reads ranges of a file. */
public final class ChannelBytes {
  private ChannelBytes() {}

  /**
   * Fills {@code into[at, at + length)} from the file's byte {@code position}.
   *
   * @throws ParquetFormatException if the file ends before
   */
  public static void read(
      SeekableByteChannel channel, long position, byte[] into, int at, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, at, length);
    channel.position(position);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new ParquetFormatException("the file ends at byte " + channel.position());
      }
    }
  }
}
