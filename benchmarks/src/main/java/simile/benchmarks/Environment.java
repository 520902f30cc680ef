package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** The machine that the figures are from. */
record Environment(
    String processor, int cores, long memoryBytes, String java, String system, LocalDate date) {

  static Environment here(Clock clock) {
    return new Environment(
        field("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        LocalDate.now(clock));
  }

  String describe() {
    return "%s, %d cores, %d GB of memory, %s, %s, %s"
        .formatted(processor, cores, memoryBytes / 1_000_000_000, java, system, date);
  }

  private static long memory() {
    String kilobytes = field("/proc/meminfo", "MemTotal", "0").replaceAll("[^0-9]", "");
    return Long.parseLong(kilobytes) * 1024;
  }

  private static String field(String file, String name, String otherwise) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise; // not Linux
    }
  }
}
