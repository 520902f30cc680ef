package simile.benchmarks.plain;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How long threads were in each stage, and how long they were on a processor there, together. */
final class Stages {
  enum Stage {
    READ,
    PARSE,
    SORT,
    JSONL,
    KEYS,
    SQLITE_ROWS,
    SQLITE_INDEXES,
    SQLITE_HASH,
    FSYNC,
    FSYNC_WAIT
  }

  /** A moment of one thread: wall clock and processor time in nanoseconds. */
  record Moment(long wall, long cpu) {}

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Stage, LongAdder> wall = new EnumMap<>(Stage.class);
  private final Map<Stage, LongAdder> cpu = new EnumMap<>(Stage.class);

  Stages() {
    for (Stage stage : Stage.values()) {
      wall.put(stage, new LongAdder());
      cpu.put(stage, new LongAdder());
    }
  }

  Moment now() {
    return new Moment(System.nanoTime(), threads.getCurrentThreadCpuTime());
  }

  /** Adds the time since {@code start}. @return now, where the next stage starts */
  Moment add(Stage stage, Moment start) {
    Moment now = now();
    wall.get(stage).add(now.wall - start.wall);
    cpu.get(stage).add(now.cpu - start.cpu);
    return now;
  }

  /** {@code read 0.21 (cpu 0.20), parse 2.30 (cpu 2.28), …} in seconds. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Stage stage : Stage.values()) {
      String name = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      text.append(text.isEmpty() ? "" : ", ")
          .append(
              String.format(
                  Locale.ROOT,
                  "%s %.2f (cpu %.2f)",
                  name,
                  seconds(wall.get(stage)),
                  seconds(cpu.get(stage))));
    }
    return text.toString();
  }

  private static double seconds(LongAdder nanos) {
    return nanos.sum() / 1e9;
  }
}
