package simile.npz;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Reads ids and vectors from an NPZ, also from one that a stranger made.
 *
 * <p>The file must hold {@code ids} (shape {@code (n,)}; {@code U}, {@code S} with UTF-8, {@code
 * i4} or {@code i8}) and {@code embeddings} (shape {@code (n, d)}, C order; {@code f2}, {@code f4}
 * or {@code f8}, converted to float32), of either byte order, stored or deflated. Other arrays are
 * left alone. Pickles are never read. Opening checks names, places, sizes, ratio and checksums, in
 * memory that does not depend on what the file claims; deflated arrays are unpacked to temporary
 * files.
 *
 * <p>Safe for use by many threads.
 */
public final class NpzReader implements Closeable {
  /** What all members of a file may have, unpacked: 64 GiB. */
  public static final long MAX_TOTAL_BYTES = 64L << 30;

  private static final int PIECE_BYTES = 1 << 17;

  private final Path path;
  private final FileChannel channel;
  private final NpyArray ids;
  private final NpyArray embeddings;

  private NpzReader(Path path, FileChannel channel, NpyArray ids, NpyArray embeddings) {
    this.path = path;
    this.channel = channel;
    this.ids = ids;
    this.embeddings = embeddings;
  }

  /** Takes the pairs of a file, one after another. */
  public interface Visitor {
    /**
     * @param row from 0
     * @param vector reused for the next pair: copy what you keep
     */
    void visit(int row, String id, float[] vector) throws IOException;
  }

  /** Takes the ids of a file, one after another. */
  @FunctionalInterface
  public interface IdVisitor {
    void visit(int row, String id) throws IOException;
  }

  /**
   * @throws NpzFormatException if the file is damaged, unsafe or not understood; the message names
   *     the file and what is wrong
   */
  public static NpzReader open(Path path) throws IOException {
    return open(path, MAX_TOTAL_BYTES);
  }

  /**
   * @param maxTotalBytes what all members may have, unpacked
   */
  public static NpzReader open(Path path, long maxTotalBytes) throws IOException {
    return open(path, maxTotalBytes, NpzEncoder.IDS);
  }

  /**
   * Opens a file whose array of ids has another name.
   *
   * @param ids the array's name, such as {@code concept_ids}
   */
  public static NpzReader withIds(Path path, String ids) throws IOException {
    return open(path, MAX_TOTAL_BYTES, ids + ".npy");
  }

  private static NpzReader open(Path path, long maxTotalBytes, String idsMember)
      throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    NpyArray ids = null;
    NpyArray embeddings = null;
    try {
      List<ZipMember> members = ZipDirectory.read(channel, maxTotalBytes);
      ids = array(channel, members, idsMember, 1);
      embeddings = array(channel, members, NpzEncoder.EMBEDDINGS, 2);
      checkTogether(ids, embeddings);
      return new NpzReader(path, channel, ids, embeddings);
    } catch (NpzFormatException e) {
      closeAll(ids, embeddings, channel);
      throw named(path, e.getMessage());
    } catch (IOException | RuntimeException e) {
      closeAll(ids, embeddings, channel);
      throw e;
    }
  }

  /** How many pairs there are. */
  public int count() {
    return ids.rows();
  }

  /** The length of each vector. */
  public int dimension() {
    return embeddings.columns();
  }

  /**
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public String id(int row) throws IOException {
    Objects.checkIndex(row, count());
    return id(ids.rows(row, 1), row);
  }

  /**
   * @param into at least {@link #dimension()} long
   * @throws IndexOutOfBoundsException if there is no such row, or {@code into} is shorter
   */
  public void vector(int row, float[] into) throws IOException {
    Objects.checkIndex(row, count());
    Objects.checkFromIndexSize(0, dimension(), into.length);
    Elements.floats(embeddings.rows(row, 1), embeddings.type(), into, dimension());
  }

  /** Reads everything once, from front to back. */
  public void forEach(Visitor visitor) throws IOException {
    float[] vector = new float[dimension()];
    Pieces vectors = new Pieces(embeddings);
    forEachId(
        (row, id) -> {
          Elements.floats(vectors.at(row), embeddings.type(), vector, vector.length);
          visitor.visit(row, id, vector);
        });
  }

  /** Code points that an id has room for, where they are UTF-32. */
  int idWidth() {
    return ids.type().size();
  }

  /** Vectors as they are in the file. */
  byte[] rawVectors(int first, int rows) throws IOException {
    ByteBuffer read = embeddings.rows(first, rows);
    byte[] bytes = new byte[read.remaining()];
    read.get(bytes);
    return bytes;
  }

  /** Reads all ids once. */
  public void forEachId(IdVisitor visitor) throws IOException {
    Pieces pieces = new Pieces(ids);
    for (int row = 0; row < count(); row++) {
      visitor.visit(row, id(pieces.at(row), row));
    }
  }

  @Override
  public void close() throws IOException {
    closeAll(ids, embeddings, channel);
  }

  private String id(ByteBuffer bytes, int row) throws NpzFormatException {
    try {
      return Elements.id(bytes, ids.type());
    } catch (NpzFormatException e) {
      throw named(path, "row %d has %s".formatted(row, e.getMessage()));
    }
  }

  private static NpyArray array(
      FileChannel channel, List<ZipMember> members, String name, int dimensions)
      throws IOException {
    ZipMember member =
        members.stream()
            .filter(m -> m.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new NpzFormatException(
                        "there is no '%s'; expected arrays 'ids' and 'embeddings'"
                            .formatted(name)));
    MemberFile file = MemberFile.open(channel, member);
    try {
      return NpyArray.of(file, dimensions);
    } catch (NpzFormatException e) {
      file.close();
      throw new NpzFormatException("'%s': %s".formatted(name, e.getMessage()));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void checkTogether(NpyArray ids, NpyArray embeddings) throws NpzFormatException {
    if (ids.type().kind() == 'f') {
      throw new NpzFormatException(
          "'ids' is an array of type %s; expected U, S, i4 or i8".formatted(ids.type()));
    }
    if (embeddings.type().kind() != 'f') {
      throw new NpzFormatException(
          "'embeddings' is an array of type %s; expected f2, f4 or f8"
              .formatted(embeddings.type()));
    }
    if (ids.rows() != embeddings.rows()) {
      throw new NpzFormatException(
          "%d ids but %d embeddings".formatted(ids.rows(), embeddings.rows()));
    }
  }

  private static NpzFormatException named(Path path, String message) {
    return new NpzFormatException("%s: %s".formatted(path, message));
  }

  private static void closeAll(Closeable... files) throws IOException {
    for (Closeable file : files) {
      if (file != null) {
        file.close();
      }
    }
  }

  /** Rows from front to back, read many at once. */
  private static final class Pieces {
    private final NpyArray array;
    private final int rowsAPiece;
    private ByteBuffer piece = ByteBuffer.allocate(0);

    Pieces(NpyArray array) {
      this.array = array;
      this.rowsAPiece = Math.max(1, PIECE_BYTES / array.rowBytes());
    }

    /** The next row; it must be read whole before the one after it. */
    ByteBuffer at(int row) throws IOException {
      if (!piece.hasRemaining()) {
        piece = array.rows(row, Math.min(rowsAPiece, array.rows() - row));
      }
      return piece;
    }
  }
}
