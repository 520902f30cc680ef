package simile.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of exports and imports as Markdown. */
final class TransferReport {
  private final StringBuilder text = new StringBuilder();

  private TransferReport() {}

  static String of(RaceResult result) {
    TransferReport report = new TransferReport();
    report.table(result);
    report.promises(result);
    return report.text.toString();
  }

  private void table(RaceResult result) {
    line("### %,d analogies, %,d MB of JSONL", result.records(), result.inputBytes() / 1_000_000);
    line("");
    line("| contestant | writes | s | of all runs | CPU s | peak MB | MB out |");
    line("|---|---|--:|--:|--:|--:|--:|");
    for (Map.Entry<Contestant, List<Measurement>> one : result.measured().entrySet()) {
      Measurement median = RaceResult.median(one.getValue());
      line(
          "| %s | %s | %.1f | %.1f to %.1f | %.1f | %,d | %,d |",
          one.getKey().name(),
          one.getKey().writes(),
          median.seconds(),
          one.getValue().stream().mapToDouble(Measurement::seconds).min().orElseThrow(),
          one.getValue().stream().mapToDouble(Measurement::seconds).max().orElseThrow(),
          median.cpuSeconds(),
          one.getValue().stream().mapToLong(Measurement::peakBytes).max().orElseThrow() / 1_000_000,
          median.bytes() / 1_000_000);
    }
  }

  private void promises(RaceResult result) {
    line("");
    line("| ratio | is | at most | |");
    line("|---|--:|--:|---|");
    for (String runner : List.of("direct", "flink")) {
      String ingest = Transfer.name(runner, "ingest");
      promise(result, Transfer.name(runner, "parquet"), Transfer.DUCKDB, 2);
      promise(result, Transfer.name(runner, "jsonl"), ingest, 1);
      promise(result, Transfer.name(runner, "sqlite"), Transfer.PLAIN, 1.3);
      promise(result, Transfer.name(runner, "import"), ingest, 1.2);
    }
    line("");
  }

  private void promise(RaceResult result, String simile, String rival, double limit) {
    double is = result.seconds(simile).orElseThrow() / result.seconds(rival).orElseThrow();
    line(
        "| %s / %s | %.2f | %.1f | %s |",
        simile, rival, is, limit, is <= limit ? "kept" : "**missed**");
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
