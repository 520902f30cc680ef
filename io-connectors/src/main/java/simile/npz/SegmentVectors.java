package simile.npz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simile.files.StoreFiles;

/**
 * Random access to the vectors of a segment's own NPZ, whose members are stored. Foreign files need
 * a reader that trusts nothing.
 */
public final class SegmentVectors implements Closeable {
  private static final String MEMBER = "embeddings.npy";
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int LOCAL_HEADER_BYTES = 30;
  private static final long LIMIT_32 = 0xffffffffL;
  private static final int NPY_PREFIX_BYTES = 10;
  private static final Pattern SHAPE =
      Pattern.compile("'descr': *'<f4'.*'shape': *\\((\\d+), *(\\d+)\\)");

  private final String path;
  private final SeekableByteChannel channel;
  private final long start;
  private final long count;
  private final int dimension;

  private SegmentVectors(
      String path, SeekableByteChannel channel, long start, long count, int dimension) {
    this.path = path;
    this.channel = channel;
    this.start = start;
    this.count = count;
    this.dimension = dimension;
  }

  /** Opens the file. @throws IOException if it is not as {@link NpzSegmentWriter} writes it */
  public static SegmentVectors open(StoreFiles files, String path) throws IOException {
    return open(path, files.open(path));
  }

  /**
   * Reads an open file.
   *
   * @param path its name, for messages
   * @param channel the file, which is closed if this fails
   * @throws IOException if it is not as {@link NpzSegmentWriter} writes it
   */
  public static SegmentVectors open(String path, SeekableByteChannel channel) throws IOException {
    try {
      long npy = findMember(path, channel);
      ByteBuffer prefix = read(path, channel, npy, NPY_PREFIX_BYTES);
      int headerBytes = prefix.getShort(NPY_PREFIX_BYTES - 2) & 0xffff;
      ByteBuffer header = read(path, channel, npy + NPY_PREFIX_BYTES, headerBytes);
      Matcher shape = SHAPE.matcher(US_ASCII.decode(header));
      if (!shape.find()) {
        throw new IOException(path + " is damaged: its embeddings are not float32[n, d]");
      }
      return new SegmentVectors(
          path,
          channel,
          npy + NPY_PREFIX_BYTES + headerBytes,
          Long.parseLong(shape.group(1)),
          Integer.parseInt(shape.group(2)));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The {@code index}-th vector, {@code float32[dimension]}. */
  public float[] read(long index) throws IOException {
    Objects.checkIndex(index, count);
    int bytes = dimension * Float.BYTES;
    float[] vector = new float[dimension];
    read(path, channel, start + index * bytes, bytes).asFloatBuffer().get(vector);
    return vector;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Walks the local headers, which name exact sizes, to the start of a member's content. */
  private static long findMember(String path, SeekableByteChannel channel) throws IOException {
    long at = 0;
    while (true) {
      ByteBuffer header = read(path, channel, at, LOCAL_HEADER_BYTES);
      if (header.getInt(0) != LOCAL_HEADER) {
        throw new IOException(path + " is damaged: it has no member " + MEMBER);
      }
      long size = header.getInt(22) & LIMIT_32;
      int nameBytes = header.getShort(26) & 0xffff;
      int extraBytes = header.getShort(28) & 0xffff;
      ByteBuffer rest = read(path, channel, at + LOCAL_HEADER_BYTES, nameBytes + extraBytes);
      if (size == LIMIT_32) {
        size = rest.getLong(nameBytes + 4);
      }
      String name = US_ASCII.decode(rest.slice(0, nameBytes)).toString();
      at += LOCAL_HEADER_BYTES + nameBytes + extraBytes;
      if (name.equals(MEMBER)) {
        return at;
      }
      at += size;
    }
  }

  private static ByteBuffer read(String path, SeekableByteChannel channel, long at, int bytes)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(at);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException(path + " ends early, at byte " + (at + buffer.position()));
      }
    }
    return buffer.flip();
  }
}
