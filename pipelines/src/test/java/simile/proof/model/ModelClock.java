package simile.proof.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on by a microsecond each time it is asked, and by a minute when told. */
final class ModelClock extends Clock {
  private Instant now = Instant.parse("2026-02-01T00:00:00Z");

  synchronized void tick() {
    pass(Duration.ofMinutes(1));
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized Instant instant() {
    now = now.plusNanos(1_000);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
