package simile.jobs.cluster;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The one jar that a cluster gets. */
final class JobJar {
  private static final String PLACE = "runner-configs/flink-job/target/simile-flink-job.jar";

  private JobJar() {}

  /**
   * Below the project that {@code simile.home} (the launcher) or {@code simile.root} (tests) name.
   *
   * @throws FileNotFoundException if it was not built
   */
  static Path find() throws FileNotFoundException {
    return Stream.of("simile.home", "simile.root")
        .map(System::getProperty)
        .filter(home -> home != null)
        .map(home -> Path.of(home, PLACE))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new FileNotFoundException(
                    "there is no job jar at "
                        + PLACE
                        + "; give --flink-master to ./simile itself, which builds it, or build it: mvn -Dquick -DskipTests -pl runner-configs/flink-job -am package"));
  }
}
