package simile.report;

import java.util.Locale;
import simile.report.RunReport.Counts;

/** What went in and came out, as large figures and one bar. */
final class CountsSection {

  private final Html html;
  private final RunReport report;

  CountsSection(Html html, RunReport report) {
    this.html = html;
    this.report = report;
  }

  void write() {
    Counts counts = report.counts();
    html.raw("<section aria-label=\"Counts\">\n<dl class=\"tiles\">\n");
    tile("Read", counts.read(), blank(counts));
    tile("Accepted", counts.accepted(), Figures.percent(counts.accepted(), counts.read()));
    tile("Rejected", counts.rejected(), Figures.percent(counts.rejected(), counts.read()));
    tile("Deletions", counts.deletions(), counts.deletions() == 0 ? "none" : "of the accepted");
    tile("Rows written", counts.rows(), "latest of each id");
    html.format(
        "<div><dt>Written</dt><dd>%s</dd><dd class=\"note\">%s</dd></div>\n</dl>\n",
        Figures.bytes(counts.bytes()), Figures.rate(counts.read(), report.run().took()));
    share(counts);
    html.raw("</section>\n");
  }

  private static String blank(Counts counts) {
    return counts.blank() == 0 ? "no blank lines" : Figures.count(counts.blank()) + " blank lines";
  }

  private void tile(String name, long count, String note) {
    html.format(
        "<div class=\"%s\"><dt>%s</dt><dd>%s</dd><dd class=\"note\">%s</dd></div>\n",
        (count == 0 ? "zero " : "") + name.toLowerCase(Locale.ROOT).replace(' ', '-'),
        name,
        Figures.count(count),
        note);
  }

  /** Accepted and rejected as one bar; a share that exists is always seen. */
  private void share(Counts counts) {
    if (counts.read() == 0) {
      return;
    }
    html.format(
        "<div class=\"share\" role=\"img\" aria-label=\"%s accepted, %s rejected\">",
        Figures.percent(counts.accepted(), counts.read()),
        Figures.percent(counts.rejected(), counts.read()));
    slice("accepted", counts.accepted());
    slice("rejected", counts.rejected());
    html.raw("</div>\n");
  }

  private void slice(String name, long count) {
    if (count > 0) {
      html.format("<i class=\"%s\" style=\"flex-grow:%d\"></i>", name, count);
    }
  }
}
