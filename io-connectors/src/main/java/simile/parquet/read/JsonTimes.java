package simile.parquet.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes times as ISO-8601, with seconds always. */
final class JsonTimes {
  private static final long NANOS = 1_000_000_000;
  private static final long JULIAN_1970 = 2_440_588;
  private static final long SECONDS_A_DAY = 86_400;

  private JsonTimes() {}

  static void date(long days, JsonOut out) {
    out.quoted(LocalDate.ofEpochDay(days).toString());
  }

  static void time(long value, long perSecond, JsonOut out) {
    LocalTime time = LocalTime.ofNanoOfDay(Math.multiplyExact(value, NANOS / perSecond));
    out.quoted(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
  }

  /**
   * Time since 1970.
   *
   * @param utc whether to say that it is UTC
   */
  static void timestamp(long value, long perSecond, boolean utc, JsonOut out) {
    long seconds = Math.floorDiv(value, perSecond);
    long nanos = Math.floorMod(value, perSecond) * (NANOS / perSecond);
    instant(seconds, nanos, utc, out);
  }

  /** The old form of twelve bytes: nanoseconds of the day, then the Julian day; taken as UTC. */
  static void int96(long nanos, int julianDay, JsonOut out) {
    instant((julianDay - JULIAN_1970) * SECONDS_A_DAY, nanos, true, out);
  }

  private static void instant(long seconds, long nanos, boolean utc, JsonOut out) {
    Instant instant = Instant.ofEpochSecond(seconds, nanos);
    if (utc) {
      out.quoted(instant.toString());
    } else {
      LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      out.quoted(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local));
    }
  }
}
