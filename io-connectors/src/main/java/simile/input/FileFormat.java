package simile.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an input file is, by its content. */
public enum FileFormat {
  /** Lines of JSON, perhaps compressed. */
  JSONL("JSONL", ".jsonl .ndjson .json"),
  /** Rows in row groups. */
  PARQUET("Parquet", ".parquet .pq"),
  /** A table. */
  SQLITE("SQLite", ".sqlite .sqlite3 .db .db3"),
  /** Vectors by id. */
  NPZ("NPZ", ".npz");

  private final String label;
  private final String suffixes;

  FileFormat(String label, String suffixes) {
    this.label = label;
    this.suffixes = suffixes;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /** How names of such files end. */
  public List<String> suffixes() {
    return List.of(suffixes.split(" ", -1));
  }

  /** What a name says, compressed or not; empty if it says nothing. */
  public static Optional<FileFormat> ofName(String name) {
    String plain = Codec.ofName(name).strip(name).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.suffixes().stream().anyMatch(plain::endsWith))
        .findFirst();
  }
}
