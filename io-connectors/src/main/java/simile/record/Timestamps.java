package simile.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * ISO-8601 date-times with offset: RFC 3339's forms and whatever else {@link
 * OffsetDateTime#parse(CharSequence)} takes. No leap seconds, which SQLite and java.time lack too.
 */
public final class Timestamps {
  /** What is returned for text that is no date-time, or one that microseconds cannot count. */
  public static final long INVALID = Long.MIN_VALUE;

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final long SECONDS_A_DAY = 86_400;

  private Timestamps() {}

  /**
   * Microseconds since 1970 of {@code 2024-05-01T10:00:00.5+02:00} in {@code bytes[start, end)},
   * rounded down; {@link #INVALID} for anything but the plain forms.
   */
  public static long parsePlain(byte[] bytes, int start, int end) {
    if (end - start < 20
        || bytes[start + 4] != '-'
        || bytes[start + 7] != '-'
        || bytes[start + 10] != 'T'
        || bytes[start + 13] != ':'
        || bytes[start + 16] != ':') {
      return INVALID;
    }
    int year = digits(bytes, start, 4);
    int month = digits(bytes, start + 5, 2);
    int day = digits(bytes, start + 8, 2);
    int hour = digits(bytes, start + 11, 2);
    int minute = digits(bytes, start + 14, 2);
    int second = digits(bytes, start + 17, 2);
    if ((year | month | day | hour | minute | second) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > daysOf(year, month)
        || hour > 23
        || minute > 59
        || second > 59) {
      return INVALID;
    }
    long seconds =
        daysSince1970(year, month, day) * SECONDS_A_DAY + hour * 3600L + minute * 60L + second;
    return finish(bytes, start + 19, end, seconds);
  }

  /** The fraction and the offset, from {@code i}. */
  private static long finish(byte[] bytes, int from, int end, long seconds) {
    int i = from;
    long micros = 0;
    if (bytes[i] == '.') {
      int first = ++i;
      long unit = 100_000;
      while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
        micros += (bytes[i++] - '0') * unit;
        unit /= 10;
      }
      if (i == first || i - first > 9) {
        return INVALID;
      }
    }
    long offset = offsetSeconds(bytes, i, end);
    return offset == INVALID ? INVALID : (seconds - offset) * 1_000_000 + micros;
  }

  private static long offsetSeconds(byte[] bytes, int i, int end) {
    if (end - i == 1 && bytes[i] == 'Z') {
      return 0;
    }
    if (end - i != 6 || bytes[i + 3] != ':' || (bytes[i] != '+' && bytes[i] != '-')) {
      return INVALID;
    }
    int hours = digits(bytes, i + 1, 2);
    int minutes = digits(bytes, i + 4, 2);
    // java.time allows offsets of up to 18 hours; the others are left to it to refuse.
    if ((hours | minutes) < 0 || hours > 17 || minutes > 59) {
      return INVALID;
    }
    int seconds = hours * 3600 + minutes * 60;
    return bytes[i] == '-' ? -seconds : seconds;
  }

  /** As {@link #parsePlain}, for every form. */
  public static long parse(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return Math.addExact(
          Math.multiplyExact(time.toEpochSecond(), 1_000_000L), time.getNano() / 1000);
    } catch (DateTimeException | ArithmeticException e) {
      return INVALID;
    }
  }

  /** An instant as RFC 3339 writes it, in UTC. */
  public static String format(long micros) {
    return instant(micros).toString();
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static int digits(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = at; i < at + count; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int daysOf(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  /** Counts in 400-year eras that begin on 1 March, so that the leap day is a year's last. */
  private static long daysSince1970(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }
}
