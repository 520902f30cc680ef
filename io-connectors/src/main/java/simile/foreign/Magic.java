package simile.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** What the first bytes of a file say that it is. */
enum Magic {
  SQLITE("a SQLite database", "SQLite format 3\0"),
  PARQUET("a Parquet file", "PAR1"),
  ZIP("a ZIP or NPZ file", "PK\3\4"),
  EMPTY_ZIP("an empty ZIP file", "PK\5\6"),
  GZIP("a gzip stream", "\37\213"),
  ZSTD("a Zstandard stream", "(\265/\375"),
  BZIP2("a bzip2 stream", "BZh"),
  PICKLE("a Python pickle", "\200"),
  NUMPY("a single NumPy array", "\223NUMPY"),
  TAR("a tar archive", "ustar", 257),
  /** Zero bytes, which no text has. */
  BINARY("no text", "");

  /** As many bytes as any of them needs. */
  static final int BYTES = 512;

  private final String label;
  private final String mark;
  private final int at;

  Magic(String label, String mark) {
    this(label, mark, 0);
  }

  Magic(String label, String mark, int at) {
    this.label = label;
    this.mark = mark;
    this.at = at;
  }

  static Optional<Magic> of(byte[] head) {
    String bytes = new String(head, ISO_8859_1);
    return Arrays.stream(values()).filter(magic -> magic.isOf(bytes)).findFirst();
  }

  private boolean isOf(String head) {
    return this == BINARY ? head.indexOf('\0') >= 0 : head.startsWith(mark, at);
  }

  /** With its article, for people. */
  String label() {
    return label;
  }
}
