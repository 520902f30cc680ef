package simile.benchmarks.scale;

import java.util.List;
import java.util.Locale;

/** The parts of this benchmark, as {@code --only} names them. */
enum Part {
  SLOTS,
  STORAGE,
  REQUESTS,
  COMMIT;

  /** Whether a user's names, or beginnings of them, ask for it; no name asks for all. */
  boolean isIn(List<String> names) {
    String own = name().toLowerCase(Locale.ROOT);
    return names.isEmpty() || names.stream().anyMatch(own::startsWith);
  }
}
