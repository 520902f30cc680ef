package simile.benchmarks;

import java.util.stream.Stream;
import simile.benchmarks.process.Counters;

/**
 * Watches the resident memory of a process tree. The kernel keeps each process's high-water mark
 * (VmHWM in {@code /proc/PID/status}), so looking now and then misses only what grows in the last
 * moment. Without {@code /proc} the peak stays 0.
 */
final class PeakMemory {
  private long bytes;

  void look(ProcessHandle root) {
    Stream.concat(Stream.of(root), root.descendants())
        .forEach(process -> bytes = Math.max(bytes, Counters.peakBytes(process.pid())));
  }

  long bytes() {
    return bytes;
  }
}
