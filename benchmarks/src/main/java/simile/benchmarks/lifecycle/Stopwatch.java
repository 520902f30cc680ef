package simile.benchmarks.lifecycle;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The times of several runs of one way, on the wall and of all this process's threads. */
final class Stopwatch {
  private static final double NANOS_A_MILLI = 1e6;

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final List<Double> wall = new ArrayList<>();
  private final List<Double> cpu = new ArrayList<>();

  /** Does the work and notes how long it took. */
  Answer time(Way.Work work) throws Exception {
    long cpuStart = process.getProcessCpuTime();
    long start = System.nanoTime();
    Answer answer = work.run();
    wall.add((System.nanoTime() - start) / NANOS_A_MILLI);
    cpu.add((process.getProcessCpuTime() - cpuStart) / NANOS_A_MILLI);
    return answer;
  }

  Timed timed(Way way, Answer answer) {
    return new Timed(way, answer, wall.stream().sorted().toList(), cpu.stream().sorted().toList());
  }
}
