package simile.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import simile.ingest.MergeMode;
import simile.jsonl.Compression;

/** How records are taken and written, by an ingest or a replay. */
public final class WriteOptions {

  @Option(
      names = "--embeddings",
      paramLabel = "NPZ",
      description = "Vectors by id: arrays 'ids' and 'embeddings'.")
  private Optional<String> embeddings = Optional.empty();

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

  @Option(
      names = "--merge",
      paramLabel = "MODE",
      defaultValue = "latest",
      converter = MergeModeConverter.class,
      description =
          "Of records whose ids exist: latest (replace them), skip-existing (leave them) or"
              + " fail-on-existing (default: ${DEFAULT-VALUE}).")
  private MergeMode merge;

  public Optional<String> embeddings() {
    return embeddings;
  }

  public Compression compression() {
    return compression;
  }

  /** Whether SQLite shards are written. */
  public boolean sqlite() {
    return !noSqlite;
  }

  public int maxLineBytes() {
    return (int) Math.min(maxLineBytes, Integer.MAX_VALUE);
  }

  public MergeMode merge() {
    return merge;
  }

  /** The words that ask for the same, from any folder. */
  public List<String> again() {
    List<String> words = new ArrayList<>();
    embeddings.ifPresent(npz -> words.add("--embeddings=" + StorePlace.of(npz).absolute()));
    words.add("--compression=" + compression.name().toLowerCase(Locale.ROOT));
    words.add("--merge=" + merge.key());
    if (noSqlite) {
      words.add("--no-sqlite");
    }
    words.add("--max-line-bytes=" + maxLineBytes);
    return words;
  }
}
