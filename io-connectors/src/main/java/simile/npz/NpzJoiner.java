package simile.npz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes one NPZ of several by appending their arrays. */
public final class NpzJoiner {
  private static final int PIECE_BYTES = 1 << 17;

  private NpzJoiner() {}

  /**
   * Joins files that Simile wrote, whose ids follow each other.
   *
   * @param dimension of every vector
   * @param out is not closed
   * @return how many pairs there are; of no file, none
   * @throws NpzFormatException if one has vectors of another dimension
   */
  public static long join(List<Path> pieces, int dimension, OutputStream out) throws IOException {
    List<NpzReader> readers = new ArrayList<>();
    try {
      long count = 0;
      int width = 1;
      for (Path piece : pieces) {
        NpzReader reader = NpzReader.open(piece);
        readers.add(reader);
        requireDimension(piece, reader, dimension);
        count += reader.count();
        width = Math.max(width, reader.idWidth());
      }
      new NpzArrays(count, dimension, width)
          .writeTo(out, sink -> writeIds(readers, sink), target -> writeVectors(readers, target));
      return count;
    } finally {
      for (NpzReader reader : readers) {
        reader.close();
      }
    }
  }

  private static void requireDimension(Path piece, NpzReader reader, int dimension)
      throws NpzFormatException {
    if (reader.dimension() != dimension) {
      throw new NpzFormatException(
          "%s has vectors of %d numbers; expected %d"
              .formatted(piece, reader.dimension(), dimension));
    }
  }

  private static void writeIds(List<NpzReader> readers, NpzArrays.IdSink sink) throws IOException {
    for (NpzReader reader : readers) {
      reader.forEachId((row, id) -> sink.id(id.getBytes(UTF_8)));
    }
  }

  private static void writeVectors(List<NpzReader> readers, OutputStream out) throws IOException {
    for (NpzReader reader : readers) {
      int rows = Math.max(1, PIECE_BYTES / (reader.dimension() * Float.BYTES));
      for (int row = 0; row < reader.count(); row += rows) {
        out.write(reader.rawVectors(row, Math.min(rows, reader.count() - row)));
      }
    }
  }
}
