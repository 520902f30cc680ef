package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A record of a snapshot. It is decoded when it is looked at. */
public final class Row {
  private final String id;
  private final long version;
  private final byte[] utf8;

  /**
   * @param id its id
   * @param version the commit that wrote it
   * @param utf8 the record's JSON in UTF-8; kept, not copied
   */
  public Row(String id, long version, byte[] utf8) {
    this.id = id;
    this.version = version;
    this.utf8 = utf8;
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row
        && id.equals(row.id)
        && version == row.version
        && Arrays.equals(utf8, row.utf8);
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
