package simile.bundle.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** Some bytes of a file, read in large pieces. */
final class Slice extends InputStream {
  private final FileChannel channel;
  private final long end;
  private long at;

  Slice(FileChannel channel, long offset, long bytes) {
    this.channel = channel;
    this.at = offset;
    this.end = offset + bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    int most = (int) Math.min(length, end - at);
    int read = most == 0 ? -1 : channel.read(ByteBuffer.wrap(into, offset, most), at);
    at += Math.max(read, 0);
    return read;
  }
}
