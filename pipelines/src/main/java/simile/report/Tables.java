package simile.report;

/** The parts that the sections are made of: titles, tables, and cells with bars. */
final class Tables {

  private final Html html;

  Tables(Html html) {
    this.html = html;
  }

  /** Starts a section, which the caller ends with {@code </section>}. */
  void open(String id, String title) {
    html.format("<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id, id, title);
  }

  /** Starts a table: a column of names, then columns of numbers. */
  void head(String first, String... numbers) {
    html.format("<table><thead><tr><th scope=\"col\">%s</th>", first);
    for (String number : numbers) {
      html.format("<th scope=\"col\" class=\"n\">%s</th>", number);
    }
    html.raw("</tr></thead><tbody>\n");
  }

  /** Starts a row with a name that may be long or foreign. */
  void name(String name) {
    html.format("<tr><th scope=\"row\" class=\"name\" title=\"%s\">", name)
        .foreign(name)
        .raw("</th>");
  }

  /** A cell with a count and a bar, as long as its share of the most. */
  void bar(long count, long most, String kind) {
    barCell(Figures.count(count), count / (double) Math.max(1, most), kind);
  }

  /** A cell with a figure and a bar; {@code share}: from 0 to 1. */
  void barCell(String figure, double share, String kind) {
    html.format(
        "<td class=\"n bar\"><span>%s</span><i class=\"%s\" style=\"width:%.1f%%\"></i></td>",
        figure, kind, 100 * share);
  }
}
