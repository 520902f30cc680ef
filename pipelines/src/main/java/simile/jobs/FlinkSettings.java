package simile.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Flink's own settings for an embedded run. Splits are tried again only by them: Beam hands {@code
 * --numberOfExecutionRetries} to streaming jobs alone.
 */
final class FlinkSettings {
  private static final String YAML =
      """
      restart-strategy:
        type: fixed-delay
        fixed-delay:
          attempts: 3
          delay: 500 ms
      """;

  private FlinkSettings() {}

  /**
   * A folder with the settings, for this process; empty where the user has a folder of their own.
   */
  static Optional<Path> folder() {
    if (System.getenv("FLINK_CONF_DIR") != null) {
      return Optional.empty();
    }
    try {
      Path folder = Files.createTempDirectory("simile-flink-");
      folder.toFile().deleteOnExit();
      Path file = Files.writeString(folder.resolve("config.yaml"), YAML);
      file.toFile().deleteOnExit();
      return Optional.of(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write Flink's settings to the temporary folder", e);
    }
  }
}
