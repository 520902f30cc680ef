package simile.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import simile.files.Sha256;
import simile.ingest.MergeMode;
import simile.jobs.RunName;
import simile.segment.write.SegmentOptions;

/**
 * What a replay is asked to do.
 *
 * @param store where the store is
 * @param replayed the run whose rejected records are taken again
 * @param contract the newer contract's file
 * @param embeddings an NPZ that brings vectors by id
 * @param segments how they are written
 * @param maxLineBytes longer lines are violations
 * @param merge what becomes of records whose ids the store has
 * @param run which run it is; its id, if not given, is made from the run replayed and the contract
 * @param command the command line that does the same again
 */
public record ReplayArgs(
    String store,
    String replayed,
    String contract,
    Optional<String> embeddings,
    SegmentOptions segments,
    int maxLineBytes,
    MergeMode merge,
    RunName run,
    List<String> command) {

  private static final int DIGITS = 16;

  public ReplayArgs {
    command = List.copyOf(command);
  }

  /** The id of the run that replays: the same for the same records and the same contract. */
  String id(byte[] contractYaml) {
    String what = replayed + "\n" + Sha256.of(contractYaml);
    String hash = Sha256.of(what.getBytes(UTF_8));
    return run.runId().orElse("replay-" + hash.substring(0, DIGITS));
  }
}
