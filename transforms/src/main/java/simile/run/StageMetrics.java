package simile.run;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.metrics.Metrics;
import simile.segment.write.Stages;

/**
 * Where the time and the bytes of a run go, as distributions of Beam in the namespace {@value
 * #NAMESPACE}: {@code <stage>_ms} and {@code <stage>_bytes}, a value for each split, part or
 * commit. To be called where Beam processes an element.
 */
public final class StageMetrics {
  /** Of all metrics of Simile. */
  public static final String NAMESPACE = "simile";

  private StageMetrics() {}

  /** Tells of a stage, and how long it took. */
  public static <T> T time(String stage, Stages.Step<T> step) throws IOException {
    Stages stages = new Stages();
    T result = stages.time(stage, step);
    times(stages.nanos());
    return result;
  }

  /** Tells of stages that were timed, in nanoseconds. */
  public static void times(Map<String, Long> nanos) {
    nanos.forEach(
        (stage, time) ->
            Metrics.distribution(NAMESPACE, stage + "_ms")
                .update(TimeUnit.NANOSECONDS.toMillis(time)));
  }

  /** Tells how much a stage moved. */
  public static void bytes(String stage, long bytes) {
    Metrics.distribution(NAMESPACE, stage + "_bytes").update(bytes);
  }
}
