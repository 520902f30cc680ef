package simile.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import simile.segment.Bounds;
import simile.segment.Segment;

/** Says in words why something is not read. */
final class Reasons {
  static final String OTHER_IDS = "no id asked for is between its least and greatest";
  static final String NO_LIVE_ROW =
      "no row of it was asked for: newer versions or deletions hide all, or the limit was reached";
  static final String OTHER_PARTITION = "its partition is not asked for";
  static final String MAY_MATCH = "it may hold records asked for";
  static final String KEYS_ONLY = "only its key file, since it may hide records of others: ";
  static final String LIVE_ROWS = "it has live rows that may match";

  private static final String QUALITY = "quality_score";
  private static final String CREATED = "created_at";
  private static final double MICROS = 1e6;

  private final RowFilter byTime;

  Reasons(Criteria c) {
    this.byTime =
        new RowFilter(
            new Criteria(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                c.createdAfter(),
                c.createdBefore(),
                List.of()));
  }

  /** Of a segment whose bounds say that no row can match. */
  String outOfBounds(Segment segment) {
    if (!byTime.mayMatch(segment)) {
      Bounds created = segment.bounds().get(CREATED);
      return "its %s is %s to %s, which is not asked for"
          .formatted(CREATED, time(created.min()), time(created.max()));
    }
    Bounds quality = segment.bounds().get(QUALITY);
    return String.format(
        Locale.ROOT,
        "its %s is %s to %s, which is not asked for",
        QUALITY,
        quality.min(),
        quality.max());
  }

  private static Instant time(double micros) {
    return Instant.ofEpochSecond((long) Math.floor(micros / MICROS));
  }
}
