package simile.predecessor;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times as Python and SQLite write them: {@code 2025-07-05T23:11:43.729300+00:00}, {@code
 * 2025-07-05 23:11:43}. Those without an offset are UTC.
 */
final class PredecessorTime {
  private PredecessorTime() {}

  /** The time with an offset; empty if the text is no time. */
  static Optional<OffsetDateTime> parse(String text) {
    String iso = text.strip().replaceFirst("(?<=^\\d{4}-\\d\\d-\\d\\d) ", "T");
    try {
      return Optional.of(OffsetDateTime.parse(iso));
    } catch (DateTimeException e) {
      return withoutOffset(iso);
    }
  }

  private static Optional<OffsetDateTime> withoutOffset(String iso) {
    try {
      return Optional.of(LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
