package simile.servers;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps libraries from logging each of their steps, as long as it is held. */
final class QuietLog {
  private final List<Logger> loggers;

  private QuietLog(List<Logger> loggers) {
    this.loggers = loggers;
  }

  static QuietLog of(String... packages) {
    QuietLog quiet = new QuietLog(Stream.of(packages).map(Logger::getLogger).toList());
    quiet.loggers.forEach(logger -> logger.setLevel(Level.WARNING));
    return quiet;
  }

  /** Back to what is usual. */
  void end() {
    loggers.forEach(logger -> logger.setLevel(null));
  }
}
