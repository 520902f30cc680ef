package simile.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Carries from the engine to where pipelines are run how that is done. Never leaves the process.
 */
@Hidden
public interface LaunchOptions extends PipelineOptions {

  @JsonIgnore
  @Default.InstanceFactory(InThisProcess.class)
  Launch getLaunch();

  void setLaunch(Launch launch);

  /** The runner itself is waited for. */
  final class InThisProcess implements DefaultValueFactory<Launch> {
    @Override
    public Launch create(PipelineOptions options) {
      return PipelineRuns::waitFor;
    }
  }
}
