package simile.jobs;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.contract.ContractException;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.segment.write.SegmentOptions;

/**
 * The ingest job for {@code flink run}, Airflow and the like: takes plain Beam options, see {@link
 * IngestOptions}. Exits as the command line does.
 */
public final class IngestMain {
  private IngestMain() {}

  public static void main(String[] args) {
    ExitCode exit = run(args);
    if (exit != ExitCode.DONE) {
      System.exit(exit.number()); // a cluster's client goes on after a job that is done
    }
  }

  /** Runs and answers the exit code. */
  static ExitCode run(String... args) {
    try {
      RunSummary summary = ingest(args);
      System.out.println(
          "simile: run %s %s; %d read, %d accepted, %d rejected%s"
              .formatted(
                  summary.runId(),
                  summary.completed() ? "is version " + summary.version() : "failed its gate",
                  summary.counts().read(),
                  summary.counts().accepted(),
                  summary.counts().rejected(),
                  summary.failure().map(why -> "; " + why).orElse("")));
      return summary.completed() ? ExitCode.DONE : ExitCode.GATE;
    } catch (Exception e) {
      System.err.println("simile: " + e.getMessage());
      return ExitCode.of(e);
    }
  }

  private static RunSummary ingest(String... args) throws IOException, ContractException {
    IngestOptions options =
        PipelineOptionsFactory.fromArgs(args).withValidation().as(IngestOptions.class);
    return new IngestJob(
            args(options),
            ObservedEngine.of(
                new GivenEngine(options),
                given(options.getLineage()),
                System.getenv(),
                System.err::println),
            Clock.systemUTC(),
            System.in,
            ProgressListener.NONE)
        .run();
  }

  /** The one place where options are read. */
  static IngestArgs args(IngestOptions options) {
    return new IngestArgs(
        options.getStore(),
        options.getContext(),
        options.getCollection(),
        options.getInput(),
        given(options.getContract()),
        given(options.getEmbeddings()),
        new SegmentOptions(options.getCompression(), options.isSqlite()),
        new Gate(options.getMaxViolationRatio(), options.getMaxViolations()),
        new InputLimits(options.getMaxLineBytes(), options.getSplitBytes()),
        new RunName(given(options.getRunId()), given(options.getToken())),
        MergeMode.of(options.getMerge()));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
