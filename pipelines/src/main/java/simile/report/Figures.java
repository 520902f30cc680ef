package simile.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Figures() {}

  /** {@code 1,234,567}. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 1 record}, {@code 1,234 records}. */
  public static String counted(long n, String what) {
    return count(n) + " " + what + (n == 1 ? "" : "s");
  }

  /** {@code 1.2 MB}, in powers of 1000. */
  public static String bytes(long bytes) {
    if (bytes < 0) {
      return "unknown";
    }
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    String unit = "";
    for (String next : new String[] {"kB", "MB", "GB", "TB", "PB"}) {
      if (value < 999.5) {
        break;
      }
      value /= 1000;
      unit = next;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, unit);
  }

  /** {@code 340 ms}, {@code 12.3 s}, {@code 4 min 05 s}, {@code 2 h 10 min}. */
  public static String seconds(double seconds) {
    if (seconds < 0.9995) {
      return Math.round(seconds * 1000) + " ms";
    }
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  /** As {@link #seconds}. */
  public static String took(Duration duration) {
    return seconds(duration.toMillis() / 1000.0);
  }

  /** {@code 22 November 2026, 23:40:00 UTC}. */
  public static String moment(Instant time) {
    return MOMENT.format(time);
  }

  /** A share in percent that never rounds something to nothing, nor almost all to all. */
  public static String percent(long part, long whole) {
    if (whole <= 0 || part == 0) {
      return "0 %";
    }
    if (part == whole) {
      return "100 %";
    }
    double percent = 100.0 * part / whole;
    if (percent < 0.1) {
      return "< 0.1 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", Math.min(percent, 99.9));
  }

  /** Records a second, to two or three figures. */
  public static String rate(long records, Duration time) {
    double perSecond = records / Math.max(0.001, time.toMillis() / 1000.0);
    if (perSecond < 1000) {
      return Math.round(perSecond) + " records/s";
    }
    return perSecond < 999_500
        ? String.format(Locale.ROOT, "%.0f k records/s", perSecond / 1000)
        : String.format(Locale.ROOT, "%.1f M records/s", perSecond / 1e6);
  }
}
