package simile.jobs;

import java.util.Locale;
import org.apache.beam.sdk.options.PipelineOptions;

/** The runner that plain Beam options name, as {@code flink run} and Airflow give them. */
public final class GivenEngine implements Engine {
  private final PipelineOptions options;

  public GivenEngine(PipelineOptions options) {
    this.options = options;
  }

  @Override
  public String name(long inputBytes) {
    return options.getRunner().getSimpleName().replace("Runner", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public String why(long inputBytes) {
    return "as Beam's options say";
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName) {
    return options;
  }
}
