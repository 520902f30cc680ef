package simile.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** What the first bytes of a file say that it is. */
@SuppressWarnings("ImmutableEnumChecker") // the array is never given away
enum Magic {
  SQLITE("a SQLite database", "SQLite format 3\0"),
  PARQUET("a Parquet file", "PAR1"),
  ZIP("a ZIP or NPZ file", "PK\3\4"),
  EMPTY_ZIP("an empty ZIP file", "PK\5\6"),
  GZIP("a gzip stream", "\37\213"),
  ZSTD("a Zstandard stream", "(\265/\375"),
  BZIP2("a bzip2 stream", "BZh"),
  PICKLE("a Python pickle", "\200"),
  NUMPY("a single NumPy array", "\223NUMPY");

  /** As many bytes as any of them needs. */
  static final int BYTES = 16;

  private final String label;
  private final byte[] start;

  Magic(String label, String start) {
    this.label = label;
    this.start = start.getBytes(ISO_8859_1);
  }

  static Optional<Magic> of(byte[] head) {
    return Arrays.stream(values())
        .filter(
            magic ->
                head.length >= magic.start.length
                    && Arrays.equals(
                        head, 0, magic.start.length, magic.start, 0, magic.start.length))
        .findFirst();
  }

  /** With its article, for people. */
  String label() {
    return label;
  }
}
