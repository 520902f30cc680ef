package simile.npz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects vectors in memory and writes them as one NPZ, sorted by id. Of vectors with one id the
 * last stays.
 */
public final class NpzBuilder {
  private static final int BYTES_AN_ENTRY = 120;

  private final Map<Key, float[]> vectors = new TreeMap<>();
  private int dimension = -1;
  private long bytes;

  /**
   * @throws IllegalArgumentException if the id is empty or holds U+0000, or the vector is empty or
   *     of another dimension than the first
   */
  public void add(String id, float[] vector) {
    if (id.isEmpty() || id.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("an id must not be empty or hold U+0000: '" + id + "'");
    }
    if (dimension >= 0 && vector.length != dimension) {
      throw new IllegalArgumentException(
          "the vector of '%s' has %d numbers, the one before had %d"
              .formatted(id, vector.length, dimension));
    }
    if (vector.length == 0) {
      throw new IllegalArgumentException("the vector of '%s' has no numbers".formatted(id));
    }
    dimension = vector.length;
    Key key = new Key(id.getBytes(UTF_8));
    vectors.put(key, vector.clone());
    bytes += key.utf8.length + 4L * vector.length + BYTES_AN_ENTRY;
  }

  /** How many vectors will be written. */
  public int count() {
    return vectors.size();
  }

  /** About how much memory they take. */
  public long bytes() {
    return bytes;
  }

  /**
   * Writes the file; does not close the output.
   *
   * @throws IllegalStateException if there is nothing to write
   */
  public void writeTo(OutputStream out) throws IOException {
    if (vectors.isEmpty()) {
      throw new IllegalStateException("an NPZ needs a vector, since it has a dimension");
    }
    new NpzEncoder(
            new Collected(
                vectors.keySet().toArray(Key[]::new),
                vectors.values().toArray(float[][]::new),
                dimension))
        .writeTo(out);
  }

  /** An id in the order of its UTF-8. */
  private static final class Key implements Comparable<Key> {
    private final byte[] utf8;

    Key(byte[] utf8) {
      this.utf8 = utf8;
    }

    @Override
    public int compareTo(Key other) {
      return Arrays.compareUnsigned(utf8, other.utf8);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(utf8, key.utf8);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(utf8);
    }
  }

  private static final class Collected implements VectorSource {
    private final Key[] ids;
    private final float[][] values;
    private final int dimension;

    Collected(Key[] ids, float[][] values, int dimension) {
      this.ids = ids;
      this.values = values;
      this.dimension = dimension;
    }

    @Override
    public int count() {
      return ids.length;
    }

    @Override
    public int dimension() {
      return dimension;
    }

    @Override
    public byte[] idBytes(int i) {
      return ids[i].utf8;
    }

    @Override
    public int idStart(int i) {
      return 0;
    }

    @Override
    public int idEnd(int i) {
      return ids[i].utf8.length;
    }

    @Override
    public float[] vectorValues(int i) {
      return values[i];
    }

    @Override
    public int vectorStart(int i) {
      return 0;
    }
  }
}
