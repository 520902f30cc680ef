package simile.npz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import simile.record.IdDigest;

/**
 * Vectors of an NPZ by id. Memory holds the ids (their UTF-8 and about 16 bytes each); vectors stay
 * in the file and are read by place. Safe for use by many threads.
 */
public final class NpzVectors implements Closeable {
  private static final int MAX_ARENA = Integer.MAX_VALUE - 16;

  private final NpzReader reader;
  private final int[] table;
  private final int[] idEnd;
  private byte[] arena = new byte[1024];

  private NpzVectors(NpzReader reader) {
    this.reader = reader;
    int slots = Integer.highestOneBit(Math.max(8, Math.min(reader.count(), 1 << 29))) * 4;
    this.table = new int[slots > 0 ? slots : 1 << 30];
    this.idEnd = new int[reader.count()];
    Arrays.fill(table, -1);
  }

  /**
   * Opens an NPZ and reads its ids.
   *
   * @throws NpzFormatException if it cannot be read, or has an id twice
   */
  public static NpzVectors index(Path path) throws IOException {
    NpzReader reader = NpzReader.open(path);
    try {
      NpzVectors vectors = new NpzVectors(reader);
      reader.forEachId((row, id) -> vectors.add(path, row, id));
      return vectors;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** How many ids there are. */
  public int count() {
    return reader.count();
  }

  /** The length of each vector. */
  public int dimension() {
    return reader.dimension();
  }

  /**
   * Finds an id, given as UTF-8 from {@code start} to {@code end}.
   *
   * @return its row, or -1
   */
  public int row(byte[] utf8, int start, int end) {
    return table[slot(utf8, start, end)];
  }

  /**
   * Finds an id and reads its vector.
   *
   * @param into at least {@link #dimension()} long
   * @return whether there is one
   */
  public boolean find(byte[] utf8, int start, int end, float[] into) throws IOException {
    int row = row(utf8, start, end);
    if (row >= 0) {
      reader.vector(row, into);
    }
    return row >= 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private void add(Path path, int row, String id) throws NpzFormatException {
    byte[] utf8 = id.getBytes(UTF_8);
    int slot = slot(utf8, 0, utf8.length);
    if (table[slot] >= 0) {
      throw new NpzFormatException(
          "%s: rows %d and %d have the same id '%s'".formatted(path, table[slot], row, id));
    }
    int start = idStart(row);
    if (utf8.length > MAX_ARENA - start) {
      throw new NpzFormatException("%s: more than 2 GiB of ids; split it".formatted(path));
    }
    int end = start + utf8.length;
    if (end > arena.length) {
      arena = Arrays.copyOf(arena, (int) Math.min(MAX_ARENA, Math.max(end, arena.length * 2L)));
    }
    System.arraycopy(utf8, 0, arena, start, utf8.length);
    idEnd[row] = end;
    table[slot] = row;
  }

  /** Where the id is in the table, or the free slot where it belongs. */
  private int slot(byte[] utf8, int start, int end) {
    int mask = table.length - 1;
    int slot = (int) IdDigest.hash(utf8, start, end) & mask;
    while (table[slot] >= 0 && !equals(table[slot], utf8, start, end)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean equals(int row, byte[] utf8, int start, int end) {
    return Arrays.equals(arena, idStart(row), idEnd[row], utf8, start, end);
  }

  private int idStart(int row) {
    return row == 0 ? 0 : idEnd[row - 1];
  }
}
