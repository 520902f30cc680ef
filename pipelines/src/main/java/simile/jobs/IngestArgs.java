package simile.jobs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import simile.files.Sha256;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.jsonl.Compression;
import simile.layout.Names;
import simile.segment.write.SegmentOptions;

/**
 * What an ingest is asked to do. Options end here.
 *
 * @param store where the store is
 * @param context the context to write to
 * @param collection the collection to write to
 * @param inputs files, folders, globs, URIs, or {@code -}
 * @param contract a contract's file; if empty, the one that the store has, else the built-in one
 * @param embeddings an NPZ that brings vectors by id
 * @param segments how segments are written
 * @param gate how many rejected records are too many
 * @param limits how much is held at once
 * @param name which run it is
 * @param merge what becomes of records whose ids exist
 */
public record IngestArgs(
    String store,
    String context,
    String collection,
    List<String> inputs,
    Optional<String> contract,
    Optional<String> embeddings,
    SegmentOptions segments,
    Gate gate,
    InputLimits limits,
    RunName name,
    MergeMode merge) {

  public IngestArgs {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("there is no input; give at least one with --input");
    }
  }

  /** An ingest of files into a collection of the default context, with nothing else asked for. */
  public static IngestArgs of(String store, String collection, List<String> inputs) {
    return new IngestArgs(
        store,
        "default",
        collection,
        inputs,
        Optional.empty(),
        Optional.empty(),
        new SegmentOptions(Compression.NONE, true),
        Gate.OPEN,
        InputLimits.DEFAULT,
        RunName.NONE,
        MergeMode.LATEST);
  }

  /**
   * @throws RefusedException if a name of theirs cannot be one
   */
  public void requireNames() {
    try {
      Names.requireContext(context);
      Names.requireCollection(collection);
      name.runId().ifPresent(Names::requireRunId);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }

  /**
   * Identifies what the run would do, so that a run id cannot be used again for something else: all
   * that decides what is written, and nothing that only decides how fast.
   *
   * @param contractSha256 of the contract in force
   * @param standardInput the hash of what came from standard input; empty if nothing did
   */
  String digest(String contractSha256, String standardInput) {
    String canonical =
        String.join(
                "\n",
                context,
                collection,
                String.join("\u0000", Places.absolute(inputs)),
                standardInput,
                contractSha256,
                embeddings.map(Places::absolute).orElse(""),
                segments.compression().name(),
                Boolean.toString(segments.sqlite()),
                gate.toString(),
                Integer.toString(limits.maxLineBytes()))
            + (merge == MergeMode.LATEST ? "" : "\n" + merge.key());
    return Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
  }
}
