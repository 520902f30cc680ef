package simile.jobs;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.cluster.ClusterAddress;
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

  /**
   * @throws IllegalStateException if it failed, and another program has called it: that would end
   *     with this process, as a JobManager to whose REST interface the jar was sent
   */
  public static void main(String[] args) {
    boolean isWhole = isWholeProgram();
    if (!isWhole && Stream.of(args).anyMatch(word -> word.startsWith("--help"))) {
      throw new IllegalStateException("--help, which Beam answers by ending the process that asks");
    }
    Ended ended = run(args);
    boolean told = ended.exit() == ExitCode.DONE || ended.exit() == ExitCode.GATE;
    (told ? System.out : System.err).println("simile: " + ended.message());
    if (ended.exit() == ExitCode.DONE) {
      return; // a cluster's client goes on after a job that is done
    }
    if (!isWhole) {
      throw new IllegalStateException(
          "%s (exit code %d)".formatted(ended.message(), ended.exit().number()));
    }
    System.exit(ended.exit().number());
  }

  /** Whether Java itself called {@code main}. */
  private static boolean isWholeProgram() {
    return StackWalker.getInstance().walk(Stream::count) == 2;
  }

  /** How it ended, and what is said of it. */
  record Ended(ExitCode exit, String message) {}

  static Ended run(String... args) {
    try {
      RunSummary summary = ingest(args);
      return new Ended(
          summary.completed() ? ExitCode.DONE : ExitCode.GATE,
          "run %s %s; %d read, %d accepted, %d rejected%s"
              .formatted(
                  summary.runId(),
                  summary.completed() ? "is version " + summary.version() : "failed its gate",
                  summary.counts().read(),
                  summary.counts().accepted(),
                  summary.counts().rejected(),
                  summary.failure().map(why -> "; " + why).orElse("")));
    } catch (LeftRunningException e) {
      return new Ended(e.isAsked() ? ExitCode.DONE : ExitCode.of(e), e.getMessage());
    } catch (Exception e) {
      return new Ended(ExitCode.of(e), String.valueOf(e.getMessage()));
    }
  }

  private static RunSummary ingest(String... args) throws IOException, ContractException {
    IngestOptions options =
        PipelineOptionsFactory.fromArgs(args).withValidation().as(IngestOptions.class);
    return new IngestJob(
            args(options),
            ObservedEngine.of(
                engine(options), given(options.getLineage()), System.getenv(), System.err::println),
            Clock.systemUTC(),
            System.in,
            ProgressListener.NONE)
        .run();
  }

  private static Engine engine(IngestOptions options) {
    if (options.getAttachedMode()) {
      return new GivenEngine(options);
    }
    if (!options.getRunner().getSimpleName().equals("FlinkRunner")) {
      throw new RefusedException("--attachedMode=false is for --runner=FlinkRunner");
    }
    if (options.getFlinkRest().isEmpty()) {
      throw new RefusedException(
          "--attachedMode=false needs --flinkRest=HOST:PORT, the cluster's REST interface, so that workflows can find the job");
    }
    return new SubmittedEngine(options, ClusterAddress.of(options.getFlinkRest()));
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
