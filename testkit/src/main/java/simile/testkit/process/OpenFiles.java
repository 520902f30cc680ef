package simile.testkit.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** Which process has a file open, as the system's {@code /proc} tells. */
public final class OpenFiles {
  private OpenFiles() {}

  /**
   * The first of these processes that has a file open there.
   *
   * @param place a file, or a folder above it
   */
  public static Optional<ClusterProcess> holder(
      Collection<ClusterProcess> processes, String place) {
    return processes.stream().filter(process -> has(process, place)).findFirst();
  }

  private static boolean has(ClusterProcess process, String place) {
    Path open = Path.of("/proc", Long.toString(process.pid()), "fd");
    String[] numbers = open.toFile().list();
    for (String number : numbers == null ? new String[0] : numbers) {
      if (isAt(open.resolve(number), place)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(Path link, String place) {
    try {
      String file = Files.readSymbolicLink(link).toString();
      return file.equals(place) || file.startsWith(place + File.separator);
    } catch (IOException e) {
      return false; // closed by now
    }
  }

  /** Whether it was stopped by a signal. */
  static boolean isStopped(ClusterProcess process) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
  }
}
