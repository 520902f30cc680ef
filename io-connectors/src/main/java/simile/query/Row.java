package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/** A record of a snapshot. It is decoded when it is looked at. */
public final class Row {
  private static final float[] NONE = {};

  private final String id;
  private final long version;
  private final byte[] utf8;
  private final Optional<float[]> vector;

  /**
   * @param id its id
   * @param version the commit that wrote it
   * @param utf8 the record's JSON in UTF-8; kept, not copied
   */
  public Row(String id, long version, byte[] utf8) {
    this(id, version, utf8, Optional.empty());
  }

  /**
   * @param vector {@code float32[dimension]}; kept, not copied
   */
  public Row(String id, long version, byte[] utf8, Optional<float[]> vector) {
    this.id = id;
    this.version = version;
    this.utf8 = utf8;
    this.vector = vector;
  }

  public String id() {
    return id;
  }

  /** The commit that wrote it. */
  public long version() {
    return version;
  }

  /** The record, as it is stored. */
  public String json() {
    return new String(utf8, UTF_8);
  }

  /** The same in UTF-8; not to be changed. */
  public byte[] utf8() {
    return utf8;
  }

  /** Its vector, if the query asked for vectors and it has one; not to be changed. */
  public Optional<float[]> vector() {
    return vector;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row
        && id.equals(row.id)
        && version == row.version
        && Arrays.equals(utf8, row.utf8)
        && Arrays.equals(vector.orElse(NONE), row.vector.orElse(NONE));
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Long.hashCode(version);
  }

  @Override
  public String toString() {
    return "Row[id=" + id + ", version=" + version + ", json=" + json() + "]";
  }
}
