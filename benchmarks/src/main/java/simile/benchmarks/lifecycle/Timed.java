package simile.benchmarks.lifecycle;

import java.util.List;

/**
 * How long a way took.
 *
 * @param answer what it found
 * @param millis of each timed run, ascending
 * @param cpuMillis of all threads of the process, ascending
 */
record Timed(Way way, Answer answer, List<Double> millis, List<Double> cpuMillis) {

  double median() {
    return percentile(0.5);
  }

  double medianCpu() {
    return cpuMillis.get(cpuMillis.size() / 2);
  }

  /**
   * The least time that so much of the runs did not exceed.
   *
   * @param share 0 to 1
   */
  double percentile(double share) {
    return millis.get((int) Math.max(0, Math.ceil(share * millis.size()) - 1));
  }
}
