package simile.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.contract.ContractException;
import simile.ingest.Gate;
import simile.log.CommitConflictException;
import simile.log.CommitUnknownException;

/**
 * The ingest job for {@code flink run}, Airflow and the like: takes plain Beam options, see {@link
 * IngestOptions}. Exits as the command line does.
 */
public final class IngestMain {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int GATE = 3;
  private static final int CONFLICT = 5;
  private static final int ENVIRONMENT = 6;

  private IngestMain() {}

  public static void main(String[] args) {
    int exit = run(args);
    if (exit != DONE) {
      System.exit(exit); // a cluster's client goes on after a job that is done
    }
  }

  /** Runs and answers the exit code. */
  static int run(String... args) {
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
      return summary.completed() ? DONE : GATE;
    } catch (Exception e) {
      System.err.println("simile: " + e.getMessage());
      return code(e);
    }
  }

  private static RunSummary ingest(String... args) throws IOException, ContractException {
    IngestOptions options =
        PipelineOptionsFactory.fromArgs(args).withValidation().as(IngestOptions.class);
    return new IngestJob(
            args(options),
            new GivenEngine(options),
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
        options.getCompression(),
        options.isSqlite(),
        new Gate(options.getMaxViolationRatio(), options.getMaxViolations()),
        options.getMaxLineBytes(),
        options.getSplitBytes(),
        given(options.getRunId()),
        given(options.getToken()));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  private static int code(Exception e) {
    if (e instanceof CommitConflictException) {
      return CONFLICT;
    }
    if (e instanceof IllegalArgumentException
        || e instanceof RefusedException
        || e instanceof ContractException
        || e instanceof FileNotFoundException) {
      return USAGE;
    }
    boolean unknown = e instanceof CommitUnknownException;
    return e instanceof IOException && !unknown ? ENVIRONMENT : FAILED;
  }
}
