package simile.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where embedded Flink's configuration is, which binds it to loopback and bounds its memory. */
final class FlinkConf {
  private static final String CONF = "runner-configs/flink-local/conf";

  private FlinkConf() {}

  /**
   * The folder, below the project that {@code simile.home} (the launcher) or {@code simile.root}
   * (tests) name; empty if neither leads to it, as when Flink's own {@code flink run} starts us.
   */
  static Optional<Path> folder() {
    return Stream.of("simile.home", "simile.root")
        .map(System::getProperty)
        .filter(home -> home != null)
        .map(home -> Path.of(home, CONF))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
