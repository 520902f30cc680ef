package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Watches the resident memory of a process tree. The kernel keeps each process's high-water mark
 * (VmHWM in {@code /proc/PID/status}), so looking now and then misses only what grows in the last
 * moment. Without {@code /proc} the peak stays 0.
 */
final class PeakMemory {
  private long bytes;

  void look(ProcessHandle root) {
    Stream.concat(Stream.of(root), root.descendants())
        .forEach(process -> bytes = Math.max(bytes, highWater(process.pid())));
  }

  long bytes() {
    return bytes;
  }

  private static long highWater(long pid) {
    Path status = Path.of("/proc/" + pid + "/status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
    } catch (IOException e) {
      return 0; // it has just ended, or there is no /proc
    }
    return 0;
  }
}
