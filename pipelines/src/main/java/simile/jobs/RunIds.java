package simile.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Makes run ids up. */
public final class RunIds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'").withZone(ZoneOffset.UTC);

  private RunIds() {}

  /** Such as {@code ingest-20260131t120000z-1f9a03}. */
  public static String fresh(String operation, Instant now) {
    return operation + "-" + TIME.format(now) + "-" + UUID.randomUUID().toString().substring(0, 6);
  }
}
