package simile.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import simile.report.Figures;

/** Processors and memory, against the heap that an ingest gets. */
final class MemoryCheck implements Check {
  private static final long NEEDED = 3L << 30;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Finding look() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    String found =
        Figures.bytes(total) + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    return total >= NEEDED
        ? Finding.ok(name(), found)
        : Finding.warn(
            name(), found, "ingest asks for 2 GB of heap: SIMILE_JAVA_OPTS=-Xmx1g makes it less");
  }
}
