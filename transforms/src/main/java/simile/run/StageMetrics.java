package simile.run;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.metrics.Metrics;
import simile.segment.write.Stages;

/**
 * Where the time and the bytes of a run go, as metrics of Beam in the namespace {@value
 * #NAMESPACE}: distributions {@code <stage>_ms} and {@code <stage>_bytes}, a value for each split,
 * part or commit; and their sums as counters, {@code <stage>_ms_total} and {@code
 * <stage>_bytes_total}, since Flink's Prometheus reporter shows Beam's distributions as 0. To be
 * called where Beam processes an element.
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
    nanos.forEach((stage, time) -> tell(stage + "_ms", TimeUnit.NANOSECONDS.toMillis(time)));
  }

  /** Tells how much a stage moved. */
  public static void bytes(String stage, long bytes) {
    tell(stage + "_bytes", bytes);
  }

  private static void tell(String name, long value) {
    Metrics.distribution(NAMESPACE, name).update(value);
    Metrics.counter(NAMESPACE, name + "_total").inc(value);
  }
}
