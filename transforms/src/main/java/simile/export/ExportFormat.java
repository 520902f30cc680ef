package simile.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simile.jsonl.Compression;

/** What an export is written as. */
public enum ExportFormat {
  /** Records as they are stored, one a line, with the vector as the last member. */
  JSONL(true, true),
  /** Typed columns, with the vector as a list. */
  PARQUET(true, true),
  /** A table as a shard of the store has it, without vectors. */
  SQLITE(false, false),
  /** Ids and vectors alone. */
  NPZ(false, false),
  /** The contract's columns as text, without vectors. */
  CSV(true, false);

  private final boolean partitions;
  private final boolean choosesVectors;

  ExportFormat(boolean partitions, boolean choosesVectors) {
    this.partitions = partitions;
    this.choosesVectors = choosesVectors;
  }

  /** As people write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the names of its files end with; the first is what an export makes. */
  public List<String> suffixes() {
    return switch (this) {
      case JSONL -> List.of(".jsonl", ".ndjson");
      case PARQUET -> List.of(".parquet");
      case SQLITE -> List.of(".sqlite", ".db");
      case NPZ -> List.of(".npz");
      case CSV -> List.of(".csv");
    };
  }

  /** Whether its files can lie in folders by the value of a field. */
  public boolean partitions() {
    return partitions;
  }

  /** Whether it can be written with vectors and without. */
  public boolean choosesVectors() {
    return choosesVectors;
  }

  /** Whether vectors are read for it, if they are wanted. */
  public boolean hasVectors() {
    return choosesVectors || this == NPZ;
  }

  /** Whether a whole file may be compressed, which its name then says. */
  public boolean isText() {
    return this == JSONL || this == CSV;
  }

  /** What it can be compressed with; the first is what it is unless told. */
  public List<Compression> compressions() {
    return switch (this) {
      case JSONL, CSV -> List.of(Compression.NONE, Compression.GZIP, Compression.ZSTD);
      case PARQUET -> List.of(Compression.ZSTD, Compression.NONE, Compression.GZIP);
      case SQLITE, NPZ -> List.of(Compression.NONE);
    };
  }

  /** What a file's name ends with. */
  public String suffix(Compression compression) {
    return suffixes().get(0) + (isText() ? compression.suffix() : "");
  }

  /** The format whose suffix a name has, compressed or not. */
  public static Optional<ExportFormat> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> f.suffixes().stream().anyMatch(lower.substring(0, f.stemEnd(lower))::endsWith))
        .findFirst();
  }

  /** Where a name ends if a suffix of a compression that suits is taken off. */
  private int stemEnd(String name) {
    return isText() ? name.length() - Compression.ofPath(name).suffix().length() : name.length();
  }
}
