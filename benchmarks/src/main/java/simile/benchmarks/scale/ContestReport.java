package simile.benchmarks.scale;

import java.util.List;
import java.util.function.ToDoubleFunction;
import simile.benchmarks.process.Counters;

/** What a contest brought, as Markdown. */
final class ContestReport {
  private static final double MEGA = 1e6;

  private final List<Series> all;
  private final Table table = new Table();

  ContestReport(List<Series> all) {
    this.all = all;
  }

  /** Times, of all runs. */
  ContestReport times(String title) {
    table.line("#### %s", title).line("");
    table.line("| work | | job s | of all runs | command s | of all runs | MB over loopback |");
    table.line("|---|---|--:|--:|--:|--:|--:|");
    for (Series one : all) {
      table.line(
          "| %s | %s | %.1f | %.1f to %.1f | %.1f | %.1f to %.1f | %,.0f |",
          one.work(),
          one.site(),
          one.median(Measured::jobSeconds),
          one.least(Measured::jobSeconds),
          one.most(Measured::jobSeconds),
          one.median(Measured::commandSeconds),
          one.least(Measured::commandSeconds),
          one.most(Measured::commandSeconds),
          one.median(Measured::loopbackBytes) / MEGA);
    }
    table.line("");
    return this;
  }

  /**
   * How many times as long the first site takes as another.
   *
   * @param least what is asked for of each job; 0 if nothing is
   */
  ContestReport ratios(double least) {
    table.line("| work | ratio | job | command | asked of the job | |");
    table.line("|---|---|--:|--:|--:|---|");
    for (Work work : Work.values()) {
      List<Series> sites = all.stream().filter(one -> one.work() == work).toList();
      for (Series other : sites.subList(1, sites.size())) {
        double job = ratio(sites.get(0), other, Measured::jobSeconds);
        table.line(
            "| %s | %s / %s | %.2f | %.2f | %s | %s |",
            work,
            sites.get(0).site(),
            other.site(),
            job,
            ratio(sites.get(0), other, Measured::commandSeconds),
            least > 0 ? "at least " + least : "",
            least == 0 ? "" : job >= least ? "kept" : "**missed**");
      }
    }
    table.line("");
    return this;
  }

  /** Each process of the median runs. */
  ContestReport processes() {
    table.line(
        "| work | | process | CPU s | MB read | MB written | from disk | to disk | peak MB |");
    table.line("|---|---|---|--:|--:|--:|--:|--:|--:|");
    for (Series one : all) {
      for (Usage usage : one.median().usages()) {
        Counters is = usage.counters();
        table.line(
            "| %s | %s | %s | %.1f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |",
            one.work(),
            one.site(),
            usage.role(),
            is.cpuSeconds(),
            is.readBytes() / MEGA,
            is.wroteBytes() / MEGA,
            is.fromDisk() / MEGA,
            is.toDisk() / MEGA,
            is.peakBytes() / MEGA);
      }
    }
    table.line("");
    return this;
  }

  String text() {
    return table.text();
  }

  private static double ratio(Series one, Series other, ToDoubleFunction<Measured> figure) {
    return one.median(figure) / other.median(figure);
  }
}
