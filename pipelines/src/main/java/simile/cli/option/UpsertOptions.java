package simile.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import simile.ingest.MergeMode;

/** What becomes of records whose ids exist, and which vectors records get by id. */
public final class UpsertOptions {

  @Option(
      names = "--embeddings",
      paramLabel = "NPZ",
      description = "Vectors by id: arrays 'ids' and 'embeddings'.")
  private Optional<String> embeddings = Optional.empty();

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

  public MergeMode merge() {
    return merge;
  }

  /** The words that ask for the same, from any folder. */
  public List<String> again() {
    List<String> words = new ArrayList<>();
    embeddings.ifPresent(npz -> words.add("--embeddings=" + StorePlace.of(npz).absolute()));
    words.add("--merge=" + merge.key());
    return words;
  }
}
