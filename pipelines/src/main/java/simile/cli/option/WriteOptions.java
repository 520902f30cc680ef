package simile.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import simile.jsonl.Compression;
import simile.segment.write.SegmentOptions;

/** How records are written, and how long they may be, of every command that brings some. */
public final class WriteOptions {

  @Option(
      names = "--compression",
      paramLabel = "KIND",
      defaultValue = "none",
      description = "Of JSONL files: none, gzip or zstd (default: ${DEFAULT-VALUE}).")
  private Compression compression;

  @Option(names = "--no-sqlite", description = "Write no SQLite shards.")
  private boolean noSqlite;

  @Option(
      names = "--max-line-bytes",
      paramLabel = "SIZE",
      defaultValue = "16MiB",
      converter = SizeConverter.class,
      description = "Longer lines are rejected (default: ${DEFAULT-VALUE}).")
  private long maxLineBytes;

  public SegmentOptions segments() {
    return new SegmentOptions(compression, !noSqlite);
  }

  public int maxLineBytes() {
    return (int) Math.min(maxLineBytes, Integer.MAX_VALUE);
  }

  /** The words that ask for the same. */
  public List<String> again() {
    List<String> words = new ArrayList<>();
    words.add("--compression=" + compression.name().toLowerCase(Locale.ROOT));
    if (noSqlite) {
      words.add("--no-sqlite");
    }
    words.add("--max-line-bytes=" + maxLineBytes);
    return words;
  }
}
