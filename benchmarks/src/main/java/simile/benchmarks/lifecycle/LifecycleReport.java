package simile.benchmarks.lifecycle;

import java.util.List;
import java.util.Locale;

/** The results as Markdown. */
final class LifecycleReport {
  static final String ALL = "all live records";

  /** What the promise of filters is measured against. */
  static final String PEER = "duckdb, of the store's files";

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder ratios = new StringBuilder();
  private final int runs;

  LifecycleReport(long records, int runs) {
    this.runs = runs;
    line("### %,d records in %d commits", records, LifecycleData.COMMITS);
    line("");
    line("| task | contestant | ms | of all runs | CPU ms | rows | million rows/s |");
    line("|---|---|--:|--:|--:|--:|--:|");
  }

  void add(String task, List<Timed> results) {
    for (Timed timed : results) {
      line(
          "| %s | %s | %.0f | %.0f to %.0f | %.0f | %,d | %.2f |",
          task,
          timed.way().name(),
          timed.median(),
          timed.millis().get(0),
          timed.percentile(1),
          timed.medianCpu(),
          timed.answer().rows(),
          timed.answer().rows() / timed.median() / 1e3);
    }
    if (task.equals(ALL)) {
      rate(
          "all live records: plain-lines / simile, time",
          find(results, "plain-lines").median() / find(results, "simile").median(),
          0.5);
      rate(
          "all live records: plain-live / simile, time",
          find(results, "plain-live").median() / find(results, "simile").median(),
          0);
    } else {
      double simile = find(results, "simile").median();
      ratio(task, PEER, results, simile, 3);
      ratio(task, "duckdb, of live records", results, simile, 0);
      ratio(task, "duckdb, of the commits", results, simile, 0);
    }
  }

  void lookups(List<Timed> results) {
    line("");
    line("| one id, in process | median ms | 99 of 100 within | lookups |");
    line("|---|--:|--:|--:|");
    for (Timed timed : results) {
      line(
          "| %s | %.2f | %.2f | %,d |",
          timed.way().name(), timed.median(), timed.percentile(0.99), timed.millis().size());
    }
    Timed simile = find(results, "simile");
    most("one id, median ms", simile.median(), 5);
    most("one id, 99 of 100 within ms", simile.percentile(0.99), 5);
  }

  void opening(Opening opening) {
    double median = opening.millis().get(opening.millis().size() / 2);
    line("");
    line(
        "Opening after %,d commits with %,d live segments, each time in a fresh JVM, from the start of `main`: median %.0f ms (%.0f to %.0f).",
        LongLog.COMMITS,
        LongLog.LIVE,
        median,
        opening.millis().get(0),
        opening.millis().get(opening.millis().size() - 1));
    if (!opening.checkpointMillis().isEmpty()) {
      line(
          "There, an append took %.1f ms, and every %dth, which writes a checkpoint, %.0f ms (medians of the last %,d).",
          median(opening.appendMillis()),
          simile.log.CommitLog.CHECKPOINT_EVERY,
          median(opening.checkpointMillis()),
          LongLog.LIVE);
    }
    most("opening, ms", median, 1_000);
  }

  void compaction(Rewriting rewriting) {
    line("");
    line("Ingesting all inputs as one command took %.1f s.", rewriting.ingestSeconds());
    if (rewriting.compactSeconds().isPresent()) {
      double compact = rewriting.compactSeconds().get();
      line(
          "Compacting the store of %d commits in full took %.1f s.",
          LifecycleData.COMMITS, compact);
      rate("compact / ingest, records a second", rewriting.ingestSeconds() / compact, 0.8);
    }
  }

  String text() {
    return text
        + "\n| promise | is | expected | |\n|---|--:|--:|---|\n"
        + ratios
        + "\nThe promise of filters says DuckDB over the same JSONL, and was made after measuring whole"
        + " records: that is `"
        + PEER
        + "`. The other two are for information: of live records, DuckDB has nothing to merge, reads"
        + " four fields and answers with one row; of the commits, it merges first.\n"
        + "\nMedians of "
        + runs
        + " runs in turns, after warming up.\n";
  }

  private static double median(List<Double> sorted) {
    return sorted.get(sorted.size() / 2);
  }

  private void ratio(String task, String peer, List<Timed> results, double simile, double least) {
    rate(task + ": " + peer + " / simile, time", find(results, peer).median() / simile, least);
  }

  private static Timed find(List<Timed> results, String name) {
    return results.stream().filter(t -> t.way().name().equals(name)).findFirst().orElseThrow();
  }

  private void rate(String name, double is, double least) {
    promise(name, is, least == 0 ? "" : "at least " + number(least), is >= least);
  }

  private void most(String name, double is, double most) {
    promise(name, is, "below " + number(most), is < most);
  }

  private void promise(String name, double is, String expected, boolean kept) {
    ratios.append(
        String.format(
            Locale.ROOT,
            "| %s | %.2f | %s | %s |%n",
            name,
            is,
            expected,
            expected.isEmpty() ? "" : kept ? "kept" : "**missed**"));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : Double.toString(value);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
