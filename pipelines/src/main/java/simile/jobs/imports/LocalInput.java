package simile.jobs.imports;

import java.nio.file.Path;
import java.util.Optional;
import simile.connectors.LocalCopy;

/** Inputs that are local places. */
final class LocalInput {
  private LocalInput() {}

  /** The place, also of a {@code file:} URI; empty for other URIs, and for what is no path. */
  static Optional<Path> path(String input) {
    if (input.isEmpty() || input.chars().anyMatch(c -> c == 0)) {
      return Optional.empty();
    }
    String place = LocalCopy.absolute(input);
    return place.startsWith("/") ? Optional.of(Path.of(place)) : Optional.empty();
  }
}
