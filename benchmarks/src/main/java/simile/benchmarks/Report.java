package simile.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The results as Markdown. */
final class Report {
  private final StringBuilder text = new StringBuilder();

  private Report() {}

  static String of(Environment environment, int runs, List<RaceResult> results) {
    Report report = new Report();
    report.line("%s. %d runs each, in turns; medians.", environment.describe(), runs);
    results.forEach(report::race);
    report.linearity(results);
    return report.text.toString();
  }

  private void race(RaceResult result) {
    line("");
    line("### %,d analogies (%,d MB)", result.records(), result.inputBytes() / 1_000_000);
    line("");
    line(
        "| contestant | writes | s | of all runs | CPU s | peak MB | MB out | to disk after | × plain Java |");
    line("|---|---|--:|--:|--:|--:|--:|--:|--:|");
    result.measured().forEach((contestant, runs) -> row(result, contestant, runs));
    result
        .out()
        .forEach(
            (c, why) ->
                line(
                    "| %s | %s | not available: %s | | | | | | |",
                    c.name(), c.writes(), cell(why)));
    ratios(result);
    result.median(Contestants.PLAIN).ifPresent(m -> stages(Contestants.PLAIN, m));
    result.median(Contestants.PLAIN_JSONL).ifPresent(m -> stages(Contestants.PLAIN_JSONL, m));
  }

  private void row(RaceResult result, Contestant contestant, List<Measurement> runs) {
    Measurement median = RaceResult.median(runs);
    double min = runs.stream().mapToDouble(Measurement::seconds).min().orElseThrow();
    double max = runs.stream().mapToDouble(Measurement::seconds).max().orElseThrow();
    long peak = runs.stream().mapToLong(Measurement::peakBytes).max().orElseThrow();
    OptionalDouble plain =
        result.seconds(
            contestant.writes().equals("JSONL") ? Contestants.PLAIN_JSONL : Contestants.PLAIN);
    boolean same = contestant.writes().startsWith("JSONL");
    line(
        "| %s | %s | %.1f | %.1f to %.1f | %.1f | %,d | %,d | %.1f | %s |",
        contestant.name(),
        contestant.writes(),
        median.seconds(),
        min,
        max,
        median.cpuSeconds(),
        peak / 1_000_000,
        median.bytes() / 1_000_000,
        median.syncSeconds(),
        same && plain.isPresent() ? number("%.2f", median.seconds() / plain.getAsDouble()) : "");
  }

  private void ratios(RaceResult result) {
    List<Targets.Ratio> ratios = Targets.of(result);
    if (ratios.isEmpty()) {
      return;
    }
    line("");
    line("| ratio | is | at most | |");
    line("|---|--:|--:|---|");
    for (Targets.Ratio ratio : ratios) {
      boolean promised = Double.isFinite(ratio.limit());
      line(
          "| %s | %.2f | %s | %s |",
          ratio.name(),
          ratio.value(),
          promised ? number("%.1f", ratio.limit()) : "",
          !promised ? "" : ratio.value() <= ratio.limit() ? "kept" : "**missed**");
    }
  }

  private void stages(String name, Measurement median) {
    line("");
    line("Where the threads of `%s` were, seconds: %s.", name, median.notes());
  }

  private void linearity(List<RaceResult> results) {
    if (results.size() < 2) {
      return;
    }
    RaceResult first = results.get(0);
    RaceResult last = results.get(results.size() - 1);
    line("");
    line("### From %,d to %,d", first.records(), last.records());
    line("");
    line(
        "| contestant | time × | memory × | (input × %.1f) |",
        (double) last.inputBytes() / first.inputBytes());
    line("|---|--:|--:|---|");
    for (Contestant contestant : first.measured().keySet()) {
      Measurement small = RaceResult.median(first.measured().get(contestant));
      last.median(contestant.name())
          .ifPresent(
              large ->
                  line(
                      "| %s | %.2f | %.2f | |",
                      contestant.name(),
                      large.seconds() / small.seconds(),
                      (double) large.peakBytes() / small.peakBytes()));
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String cell(String message) {
    return message.replace("|", "\\|");
  }
}
