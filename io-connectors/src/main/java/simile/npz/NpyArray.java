package simile.npz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A {@code .npy} array of fixed-size elements, in C order, whose size is exactly what it says. */
final class NpyArray implements Closeable {
  private static final int MAX_HEADER = 1 << 16;
  private static final int MAX_COLUMNS = 1 << 20;

  private final MemberFile file;
  private final List<Long> shape;
  private final NpyType type;
  private final long dataAt;
  private final int rowBytes;

  private NpyArray(MemberFile file, NpyHeader header, NpyType type, long dataAt, int rowBytes) {
    this.file = file;
    this.shape = header.shape();
    this.type = type;
    this.dataAt = dataAt;
    this.rowBytes = rowBytes;
  }

  /**
   * @param dimensions how many sizes the shape must have
   */
  static NpyArray of(MemberFile file, int dimensions) throws IOException {
    ByteBuffer start = head(file, 0, NpyHeader.MAGIC.length + 2);
    for (byte expected : NpyHeader.MAGIC) {
      if (start.get() != expected) {
        throw new NpzFormatException("not a NumPy array: it does not start with \\x93NUMPY");
      }
    }
    int major = start.get();
    if (major < 1 || major > 3 || start.get() != 0) {
      throw new NpzFormatException("a NumPy array of a version that is not known");
    }
    int lengthBytes = major == 1 ? 2 : 4;
    ByteBuffer length = head(file, start.limit(), lengthBytes);
    long headerBytes =
        major == 1
            ? Short.toUnsignedLong(length.getShort())
            : Integer.toUnsignedLong(length.getInt());
    if (headerBytes > MAX_HEADER) {
      throw new NpzFormatException(
          "the array's header has %d bytes; at most %d are read"
              .formatted(headerBytes, MAX_HEADER));
    }
    long dictAt = start.limit() + (long) lengthBytes;
    ByteBuffer dict = head(file, dictAt, (int) headerBytes);
    NpyHeader header = NpyDict.parse(ISO_8859_1.decode(dict).toString());
    return checked(file, header, dictAt + headerBytes, dimensions);
  }

  private static NpyArray checked(MemberFile file, NpyHeader header, long dataAt, int dimensions)
      throws IOException {
    NpyType type = NpyType.of(header.descr());
    List<Long> shape = header.shape();
    if (shape.size() != dimensions || shape.get(0) > Integer.MAX_VALUE) {
      throw new NpzFormatException(
          "an array of shape %s; expected %s"
              .formatted(shape, dimensions == 1 ? "(n,)" : "(n, d)"));
    }
    if (header.fortranOrder() && dimensions > 1) {
      throw new NpzFormatException(
          "an array in Fortran order; save numpy.ascontiguousarray(...) of it");
    }
    long inner = dimensions == 1 ? 1 : shape.get(1);
    if (inner < 1 || inner > MAX_COLUMNS) {
      throw new NpzFormatException(
          "an array of shape %s; expected 1 to %d columns".formatted(shape, MAX_COLUMNS));
    }
    long rowBytes = inner * type.bytes();
    if (shape.get(0) * rowBytes != file.size() - dataAt) {
      throw new NpzFormatException(
          "an array of shape %s and type %s has %d bytes of data; expected %d"
              .formatted(shape, header.descr(), file.size() - dataAt, shape.get(0) * rowBytes));
    }
    return new NpyArray(file, header, type, dataAt, (int) rowBytes);
  }

  private static ByteBuffer head(MemberFile file, long at, int length) throws IOException {
    if (length > file.size() - at) {
      throw new NpzFormatException("the array ends in its header; it was cut short");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.read(bytes, at);
    return bytes;
  }

  NpyType type() {
    return type;
  }

  int rows() {
    return Math.toIntExact(shape.get(0));
  }

  /** Elements in a row: 1 for a vector. */
  int columns() {
    return shape.size() == 1 ? 1 : Math.toIntExact(shape.get(1));
  }

  int rowBytes() {
    return rowBytes;
  }

  /** Reads rows from {@code first} on, as many as a buffer has room for; flipped, in its order. */
  ByteBuffer rows(int first, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(count, rowBytes)).order(type.order());
    file.read(bytes, dataAt + (long) first * rowBytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
