package simile.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What {@code ingest} asks of the jobs. */
interface IngestView {

  /** How JSONL files are compressed. */
  enum Compression {
    NONE,
    GZIP,
    ZSTD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which embedded runner runs it. */
  enum Runner {
    DIRECT,
    FLINK;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What to do. What is empty is the job's to decide.
   *
   * @param quiet whether to show no progress
   * @param beamOptions what came after {@code --}
   */
  record Request(
      Target.Place place,
      List<String> inputs,
      Optional<String> contract,
      List<String> embeddings,
      Compression compression,
      Gate gate,
      long maxLineBytes,
      Optional<String> runId,
      Optional<String> token,
      Optional<Runner> runner,
      OptionalInt parallelism,
      OptionalLong segmentBytes,
      OptionalLong splitBytes,
      boolean sqlite,
      boolean quiet,
      List<String> beamOptions) {}

  /** When to fail. */
  record Gate(Optional<Double> maxViolationRatio, OptionalLong maxViolations) {}

  /**
   * What came of it.
   *
   * @param status {@code COMPLETED}, {@code FAILED} or {@code CANCELLED}
   * @param gateFailed whether the contract's gate was why it failed
   * @param version what it committed; empty if nothing
   * @param files how many files of each kind: {@code jsonl}, {@code sqlite}, {@code npz}, …
   * @param report where the HTML report is
   * @param runner what ran it, and why, in a few words
   */
  record Summary(
      String runId,
      String status,
      boolean gateFailed,
      OptionalLong version,
      long read,
      long blank,
      long accepted,
      long rejected,
      long deletions,
      long rows,
      Map<String, Long> files,
      long bytesWritten,
      double seconds,
      Map<String, Long> violationsByRule,
      String runner,
      Optional<String> report,
      Optional<String> audit) {}

  /** Runs to the end and shows progress, unless quiet, as it goes. */
  Summary run(Request request) throws IOException;
}
