package simile.cli.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** How many files may be open: a segment with many partitions keeps one open for each. */
final class FileDescriptorCheck implements Check {
  private static final long NEEDED = 4096;

  @Override
  public String name() {
    return "open files";
  }

  @Override
  public Finding look() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    if (!(system instanceof UnixOperatingSystemMXBean unix)) {
      return Finding.ok(name(), "this system does not say");
    }
    long limit = unix.getMaxFileDescriptorCount();
    String found = "at most " + limit + ", " + unix.getOpenFileDescriptorCount() + " in use";
    return limit >= NEEDED
        ? Finding.ok(name(), found)
        : Finding.warn(name(), found, "raise the limit: ulimit -n " + NEEDED);
  }
}
