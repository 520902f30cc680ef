package simile.cli.console;

import java.time.Duration;
import java.util.function.LongSupplier;
import simile.report.Figures;

/** Turns how much is done into a rate and a time left. */
final class Pace {
  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private final long start;
  private final long total;
  private final Counted counted;

  /** {@code total}: bytes, or -1 if unknown. */
  Pace(LongSupplier nanoTime, long total, Counted counted) {
    this.nanoTime = nanoTime;
    this.total = total;
    this.counted = counted;
    start = nanoTime.getAsLong();
  }

  double seconds() {
    return (nanoTime.getAsLong() - start) / NANOS;
  }

  /** From 0 to 1, or -1 if the total is unknown. */
  double share(long bytes) {
    return total <= 0 ? -1 : Math.min(1, bytes / (double) total);
  }

  /** {@code 120 MB of 531 MB, 226,000 rows, 57 k records/s, 8.1 s left}. */
  String words(long bytes, long items, String rejected) {
    if (bytes == 0 && items == 0) {
      return "no worker has said yet how far it is";
    }
    StringBuilder text = new StringBuilder(Figures.bytes(bytes));
    if (total > 0) {
      text.append(" of ").append(Figures.bytes(total));
    }
    text.append(", ").append(Figures.counted(items, counted.noun()));
    if (counted.hasRate() && seconds() > 0 && items >= seconds()) { // a rate below 1 says nothing
      text.append(", ").append(Figures.rate(items, Duration.ofMillis((long) (seconds() * 1000))));
    }
    if (!rejected.isEmpty()) {
      text.append(", rejected ").append(TextWidth.harmless(rejected));
    }
    double share = share(bytes);
    if (share >= 1) {
      text.append(", finishing");
    } else if (share > 0.01) {
      text.append(", ").append(Figures.seconds(Math.ceil(seconds() * (1 - share) / share)));
      text.append(" left");
    }
    return text.toString();
  }
}
