package simile.jobs.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import simile.files.Sha256;
import simile.ingest.Gate;
import simile.jobs.InputLimits;
import simile.jobs.Places;
import simile.jobs.RunName;
import simile.segment.write.SegmentOptions;

/**
 * What an import is asked to do. Options end here.
 *
 * @param store where the store is
 * @param context the context to write to
 * @param collection the collection to write to; if empty, the one that the input says, else
 *     analogies
 * @param inputs files, folders, globs, URIs, or {@code -}
 * @param contract a contract's file; if empty, the one that the store has, else the input's, else
 *     the built-in one
 * @param embeddings an NPZ that brings vectors for records of the same import
 * @param strategy what becomes of conflicts
 * @param segments how segments are written
 * @param gate how many rejected records are too many
 * @param limits how much is held at once
 * @param name which run it is
 * @param fromPredecessor whether the inputs are stores of the system that Simile succeeds
 */
public record ImportArgs(
    String store,
    String context,
    Optional<String> collection,
    List<String> inputs,
    Optional<String> contract,
    Optional<String> embeddings,
    MergeStrategy strategy,
    SegmentOptions segments,
    Gate gate,
    InputLimits limits,
    RunName name,
    boolean fromPredecessor) {

  /** Where records go if nothing says where. */
  public static final String DEFAULT_COLLECTION = "analogies";

  public ImportArgs {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("there is no input; give at least one with --input");
    }
  }

  /** An import of files. */
  public ImportArgs(
      String store,
      String context,
      Optional<String> collection,
      List<String> inputs,
      Optional<String> contract,
      Optional<String> embeddings,
      MergeStrategy strategy,
      SegmentOptions segments,
      Gate gate,
      InputLimits limits,
      RunName name) {
    this(
        store,
        context,
        collection,
        inputs,
        contract,
        embeddings,
        strategy,
        segments,
        gate,
        limits,
        name,
        false);
  }

  /**
   * Identifies what the run would do, so that a run id cannot be used again for something else.
   *
   * @param contractSha256 of the contract that was given; empty if none was
   * @param standardInput the hash of what came from standard input; empty if nothing did
   */
  String digest(String contractSha256, String standardInput) {
    String canonical =
        String.join(
            "\n",
            fromPredecessor ? "import from predecessor" : "import",
            context,
            collection.orElse(""),
            inputs.stream().map(Places::absolute).reduce("", (a, b) -> a + b + "\u0000"),
            standardInput,
            contractSha256,
            embeddings.map(Places::absolute).orElse(""),
            strategy.key(),
            segments.compression().name(),
            Boolean.toString(segments.sqlite()),
            gate.toString(),
            Integer.toString(limits.maxLineBytes()));
    return Sha256.of(canonical.getBytes(UTF_8));
  }
}
