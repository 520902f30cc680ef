package simile.npz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.files.FailedWrite;

/**
 * Writes ids and vectors that come in the order of ids as one NPZ. An array says first how long it
 * is, so both wait in temporary files; memory does not depend on how many there are.
 */
public final class NpzStreamWriter implements Closeable {
  private static final int BUFFER_BYTES = 1 << 17;

  private final Path folder;
  private final int dimension;
  private final DataOutputStream ids;
  private final OutputStream vectors;
  private final ByteBuffer vector;
  private long count;
  private int width = 1;

  private NpzStreamWriter(Path folder, int dimension) throws IOException {
    this.folder = folder;
    this.dimension = dimension;
    this.vector = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    this.ids = new DataOutputStream(buffered(folder.resolve("ids")));
    this.vectors = buffered(folder.resolve("vectors"));
  }

  /**
   * Begins.
   *
   * @param dimension of every vector
   */
  public static NpzStreamWriter create(int dimension) throws IOException {
    return new NpzStreamWriter(Files.createTempDirectory("simile-npz-"), dimension);
  }

  /**
   * Adds a pair.
   *
   * @param id greater than the one before, without U+0000
   * @throws IllegalArgumentException if the vector has another dimension
   */
  public void add(String id, float[] values) throws IOException {
    if (values.length != dimension) {
      throw new IllegalArgumentException(
          "the vector of '%s' has %d numbers; expected %d".formatted(id, values.length, dimension));
    }
    byte[] utf8 = id.getBytes(UTF_8);
    vector.asFloatBuffer().put(values);
    try {
      ids.writeInt(utf8.length);
      ids.write(utf8);
      vectors.write(vector.array());
    } catch (IOException e) {
      throw FailedWrite.at(folder, e);
    }
    width = Math.max(width, id.codePointCount(0, id.length()));
    count++;
  }

  /** Writes the file; does not close the output. @return how many pairs it has */
  public long writeTo(OutputStream out) throws IOException {
    try (ids;
        vectors) {
      ids.flush();
      vectors.flush();
    } catch (IOException e) {
      throw FailedWrite.at(folder, e);
    }
    new NpzArrays(count, dimension, width)
        .writeTo(out, this::writeIds, target -> Files.copy(folder.resolve("vectors"), target));
    return count;
  }

  private void writeIds(NpzArrays.IdSink sink) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(folder.resolve("ids")), BUFFER_BYTES))) {
      for (long i = 0; i < count; i++) {
        sink.id(in.readNBytes(in.readInt()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (Closeable deleted = this::delete;
        ids;
        vectors) {}
  }

  /** Also where what is buffered cannot be written any more. */
  private void delete() throws IOException {
    Files.deleteIfExists(folder.resolve("ids"));
    Files.deleteIfExists(folder.resolve("vectors"));
    Files.deleteIfExists(folder);
  }

  private static OutputStream buffered(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
  }
}
