package simile.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import simile.layout.Names;

/** Which version of a store is meant. */
public sealed interface AsOf {

  /** The newest. */
  record Latest() implements AsOf {}

  /**
   * One version.
   *
   * @param number from 1; 0 is the empty store
   */
  record Version(long number) implements AsOf {}

  /**
   * The newest one committed at or before a time.
   *
   * @param instant the time
   */
  record Time(Instant instant) implements AsOf {}

  /**
   * The version that has a tag.
   *
   * @param name the tag
   */
  record Tag(String name) implements AsOf {}

  static AsOf latest() {
    return new Latest();
  }

  /**
   * Parses {@code latest}, a version number, a date (midnight in UTC), an ISO-8601 date-time with
   * offset, or the name of a tag. Numbers and times start with a digit, tags with a letter.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  static AsOf parse(String text) {
    if (text.equals(Names.LATEST)) {
      return new Latest();
    }
    if (text.matches("\\d{1,18}")) {
      return new Version(Long.parseLong(text));
    }
    if (Names.isTag(text)) {
      return new Tag(text);
    }
    try {
      return new Time(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no version, no time and no tag's name; write a number such as 3, a date such as"
              + " 2026-01-31, 2026-01-31T12:00:00Z, or a tag",
          e);
    }
  }
}
