package simile.jobs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import simile.files.Sha256;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.jsonl.Compression;

/**
 * What an ingest is asked to do. Options end here.
 *
 * @param store where the store is
 * @param context the context to write to
 * @param collection the collection to write to
 * @param inputs files, folders, globs, URIs, or {@code -}
 * @param contract a contract's file; if empty, the one that the store has, else the built-in one
 * @param embeddings an NPZ that brings vectors by id
 * @param compression of JSONL files
 * @param sqlite whether SQLite shards are written
 * @param gate how many rejected records are too many
 * @param maxLineBytes longer lines are violations
 * @param splitBytes about how much input becomes one segment
 * @param runId the run's id; made up if empty
 * @param token its idempotency token; the run's id if empty
 * @param merge what becomes of records whose ids exist
 */
public record IngestArgs(
    String store,
    String context,
    String collection,
    List<String> inputs,
    Optional<String> contract,
    Optional<String> embeddings,
    Compression compression,
    boolean sqlite,
    Gate gate,
    int maxLineBytes,
    long splitBytes,
    Optional<String> runId,
    Optional<String> token,
    MergeMode merge) {

  public static final int DEFAULT_MAX_LINE_BYTES = 16 << 20;
  public static final long DEFAULT_SPLIT_BYTES = 64L << 20;
  public static final long LEAST_SPLIT_BYTES = 1 << 10;
  public static final long MOST_SPLIT_BYTES = 512L << 20;

  public IngestArgs {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("there is no input; give at least one with --input");
    }
    if (maxLineBytes < 2 || maxLineBytes > MOST_SPLIT_BYTES) {
      throw new IllegalArgumentException(
          "--max-line-bytes must be in 2 to " + MOST_SPLIT_BYTES + ", not " + maxLineBytes);
    }
    if (splitBytes < LEAST_SPLIT_BYTES || splitBytes > MOST_SPLIT_BYTES) {
      throw new IllegalArgumentException(
          "--split-bytes must be in "
              + LEAST_SPLIT_BYTES
              + " to "
              + MOST_SPLIT_BYTES
              + ", not "
              + splitBytes);
    }
  }

  /** An ingest that replaces records whose ids exist. */
  public IngestArgs(
      String store,
      String context,
      String collection,
      List<String> inputs,
      Optional<String> contract,
      Optional<String> embeddings,
      Compression compression,
      boolean sqlite,
      Gate gate,
      int maxLineBytes,
      long splitBytes,
      Optional<String> runId,
      Optional<String> token) {
    this(
        store,
        context,
        collection,
        inputs,
        contract,
        embeddings,
        compression,
        sqlite,
        gate,
        maxLineBytes,
        splitBytes,
        runId,
        token,
        MergeMode.LATEST);
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
                compression.name(),
                Boolean.toString(sqlite),
                gate.toString(),
                Integer.toString(maxLineBytes))
            + (merge == MergeMode.LATEST ? "" : "\n" + merge.key());
    return Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
  }
}
