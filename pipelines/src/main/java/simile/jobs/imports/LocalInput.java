package simile.jobs.imports;

import java.nio.file.Path;
import java.util.Optional;

/** Inputs that are local places. */
final class LocalInput {
  private LocalInput() {}

  /** The place; empty for a URI, and for what is no path. */
  static Optional<Path> path(String input) {
    boolean isUri = input.matches("[A-Za-z][A-Za-z0-9+.-]+://.*");
    boolean isNone = input.isEmpty() || input.chars().anyMatch(c -> c == 0);
    return isUri || isNone
        ? Optional.empty()
        : Optional.of(Path.of(input).toAbsolutePath().normalize());
  }
}
