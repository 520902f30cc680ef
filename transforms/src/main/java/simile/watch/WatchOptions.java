package simile.watch;

import java.util.Base64;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.SerializableUtils;

/**
 * Carries a stream's plan to its source. A runner that starts from a checkpoint restores the source
 * as it was then, and with it would restore the plan of the stream that made the checkpoint;
 * options are always those of the job that runs.
 */
@Hidden
public interface WatchOptions extends PipelineOptions {

  /** The plan, serialized, in Base64. */
  @Default.String("")
  String getWatchPlan();

  void setWatchPlan(String plan);

  /** Puts a plan into options. */
  static void put(WatchPlan plan, PipelineOptions options) {
    byte[] bytes = SerializableUtils.serializeToByteArray(plan);
    options.as(WatchOptions.class).setWatchPlan(Base64.getEncoder().encodeToString(bytes));
  }

  /** The plan that {@link #put} put there. */
  static WatchPlan plan(PipelineOptions options) {
    byte[] bytes = Base64.getDecoder().decode(options.as(WatchOptions.class).getWatchPlan());
    return (WatchPlan) SerializableUtils.deserializeFromByteArray(bytes, "the plan of a stream");
  }
}
