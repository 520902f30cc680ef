package simile.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import simile.report.RunReport.Status;

/** A {@link RunReport} as a page. */
public final class HtmlReport {

  private HtmlReport() {}

  /** One HTML document; write it as UTF-8. */
  public static String render(RunReport report) {
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .raw("style-src 'unsafe-inline'\">\n")
        .format("<title>%s: %s</title>\n<style>\n", title(report), report.run().id())
        .raw(styles())
        .raw("</style>\n</head>\n<body>\n<main>\n");
    header(html, report);
    message(html, report);
    new Sections(html, report).write();
    footer(html, report);
    return html.raw("</main>\n</body>\n</html>\n").toString();
  }

  private static String title(RunReport report) {
    return "Simile " + report.run().operation() + " " + word(report.outcome().status());
  }

  private static void header(Html html, RunReport report) {
    RunReport.Run run = report.run();
    String status = word(report.outcome().status());
    html.raw("<header>\n<p class=\"mark\"><span aria-hidden=\"true\">≈</span> Simile</p>\n<h1>")
        .format("<span class=\"what\">%s into</span> ", sentenceCase(run.operation()))
        .foreign(run.collection())
        .format(
            " <span class=\"status %s\">%s</span></h1>\n<dl class=\"facts\">\n", status, status);
    report.outcome().version().ifPresent(version -> fact(html, "Version", String.valueOf(version)));
    fact(html, "Context", run.context());
    fact(html, "Contract", run.contract());
    fact(html, "Runner", run.runner());
    fact(html, "Started", Figures.moment(run.startedAt()));
    fact(html, "Took", Figures.took(run.took()));
    fact(html, "Run", run.id());
    html.raw("</dl>\n</header>\n");
  }

  private static void fact(Html html, String name, String value) {
    html.format("<div><dt>%s</dt><dd>", name).foreign(value).raw("</dd></div>\n");
  }

  private static void message(Html html, RunReport report) {
    if (!report.outcome().message().isEmpty()) {
      html.raw("<p class=\"message\" role=\"status\"><strong>Why it ended so:</strong> ")
          .foreign(report.outcome().message())
          .raw("</p>\n");
    }
  }

  private static void footer(Html html, RunReport report) {
    html.raw("<footer>Written by Simile when the run ended, ")
        .text(Figures.moment(report.run().finishedAt()))
        .raw(". The store's log is the authority; this page is for people.</footer>\n");
  }

  private static String word(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String sentenceCase(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String styles() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
