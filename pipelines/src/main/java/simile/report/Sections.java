package simile.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import simile.report.RunReport.Partition;
import simile.report.RunReport.Stage;
import simile.report.RunReport.Violations;

/** The sections of the page, each left out where there is nothing to say. */
final class Sections {
  private static final int SHOWN = 20;

  private final Html html;
  private final RunReport report;
  private final Tables tables;

  Sections(Html html, RunReport report) {
    this.html = html;
    this.report = report;
    tables = new Tables(html);
  }

  void write() {
    new CountsSection(html, report).write();
    warnings();
    violations();
    quality();
    html.raw("<div class=\"pair\">\n");
    partitions();
    html.raw("<div>\n");
    stages();
    files();
    inputs();
    html.raw("</div>\n</div>\n");
  }

  private void warnings() {
    if (report.warnings().isEmpty()) {
      return;
    }
    tables.open("warnings", "Warnings");
    html.raw("<ul class=\"warnings\">\n");
    report.warnings().forEach(w -> html.raw("<li>").foreign(w).raw("</li>\n"));
    html.raw("</ul>\n</section>\n");
  }

  private void violations() {
    tables.open("violations", "Violations by rule");
    if (report.violations().isEmpty()) {
      html.raw("<p class=\"none\">No record broke a rule.</p>\n</section>\n");
      return;
    }
    List<Violations> sorted =
        report.violations().stream()
            .sorted(
                Comparator.comparing(Violations::severity)
                    .thenComparing(Violations::count, Comparator.reverseOrder()))
            .toList();
    long most = sorted.stream().mapToLong(Violations::count).max().orElse(1);
    html.raw("<div class=\"scroll\"><table class=\"rules\"><thead><tr><th scope=\"col\">Rule</th>")
        .raw("<th scope=\"col\" class=\"n\">Broken</th><th scope=\"col\">An example</th></tr>")
        .raw("</thead><tbody>\n");
    sorted.forEach(violations -> violation(violations, most));
    html.raw("</tbody></table></div>\n</section>\n");
  }

  private void violation(Violations violations, long most) {
    String severity = violations.severity().name().toLowerCase(Locale.ROOT);
    html.raw("<tr><th scope=\"row\"><code>")
        .foreign(violations.rule())
        .format("</code> <span class=\"severity %s\">%s</span></th>", severity, severity);
    tables.bar(violations.count(), most, severity);
    html.raw("<td class=\"example\"><code class=\"place\">").foreign(violations.place());
    html.raw("</code>");
    if (!violations.pointer().isEmpty()) {
      html.raw(" <code>").foreign(violations.pointer()).raw("</code>");
    }
    if (!violations.actual().isEmpty()) {
      html.raw("<div class=\"actual\"><code>").foreign(violations.actual()).raw("</code></div>");
    }
    html.raw("</td></tr>\n");
  }

  private void quality() {
    long total = report.quality().stream().mapToLong(Long::longValue).sum();
    if (total == 0) {
      return;
    }
    tables.open("quality", "Quality of accepted records");
    new QualityChart(report.quality()).draw(html);
    html.raw("</section>\n");
  }

  private void partitions() {
    if (report.partitions().isEmpty()) {
      return;
    }
    List<Partition> sorted =
        report.partitions().stream()
            .sorted(
                Comparator.comparingLong(Partition::rows).reversed().thenComparing(Partition::name))
            .toList();
    tables.open("partitions", "Partitions");
    html.format("<p class=\"sum\">%s in all</p>\n", Figures.count(sorted.size()));
    int shown = sorted.size() <= SHOWN + 5 ? sorted.size() : SHOWN;
    partitions(sorted.subList(0, shown), sorted.get(0).rows());
    if (shown < sorted.size()) {
      html.format(
          "<details><summary>%s more</summary>\n", Figures.count(sorted.size() - (long) shown));
      partitions(sorted.subList(shown, sorted.size()), sorted.get(0).rows());
      html.raw("</details>\n");
    }
    html.raw("</section>\n");
  }

  private void partitions(List<Partition> some, long most) {
    tables.head("Partition", "Rows", "Size");
    for (Partition partition : some) {
      tables.name(partition.name());
      tables.bar(partition.rows(), most, "");
      html.format("<td class=\"n\">%s</td></tr>\n", Figures.bytes(partition.bytes()));
    }
    html.raw("</tbody></table>\n");
  }

  private void stages() {
    if (report.stages().isEmpty()) {
      return;
    }
    double most = report.stages().stream().mapToDouble(Stage::seconds).max().orElse(1);
    tables.open("stages", "Where the time went");
    html.raw("<p class=\"sum\">summed over all workers</p>\n");
    tables.head("Stage", "Time");
    for (Stage stage : report.stages()) {
      tables.name(stage.name());
      tables.barCell(Figures.seconds(stage.seconds()), stage.seconds() / Math.max(most, 1e-9), "");
      html.raw("</tr>\n");
    }
    html.raw("</tbody></table>\n</section>\n");
  }

  private void files() {
    if (report.files().isEmpty()) {
      return;
    }
    tables.open("files", "Files written");
    tables.head("Kind", "Files", "Size");
    for (RunReport.Files files : report.files()) {
      tables.name(files.kind());
      html.format("<td class=\"n\">%s</td>", Figures.count(files.count()))
          .format("<td class=\"n\">%s</td></tr>\n", Figures.bytes(files.bytes()));
    }
    html.raw("</tbody></table>\n</section>\n");
  }

  private void inputs() {
    if (report.inputs().isEmpty()) {
      return;
    }
    List<RunReport.Input> inputs = report.inputs();
    tables.open("inputs", "Input");
    int shown = inputs.size() <= SHOWN + 5 ? inputs.size() : SHOWN;
    inputs(inputs.subList(0, shown));
    if (shown < inputs.size()) {
      html.format(
          "<details><summary>%s more</summary>\n", Figures.count(inputs.size() - (long) shown));
      inputs(inputs.subList(shown, inputs.size()));
      html.raw("</details>\n");
    }
    html.raw("</section>\n");
  }

  private void inputs(List<RunReport.Input> some) {
    tables.head("File", "Size");
    for (RunReport.Input input : some) {
      tables.name(input.name());
      html.format("<td class=\"n\">%s</td></tr>\n", Figures.bytes(input.bytes()));
    }
    html.raw("</tbody></table>\n");
  }
}
