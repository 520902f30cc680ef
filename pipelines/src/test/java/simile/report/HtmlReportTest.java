package simile.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  @Test
  void saysWhatTheRunDid() {
    String page = HtmlReport.render(Examples.rich());
    assertThat(
        page,
        allOf(
            containsString("1,000,000"),
            containsString("field.maximum"),
            containsString("science.jsonl:1841"),
            containsString("write SQLite"),
            containsString(">42<")));
  }

  @Test
  void histogramAddsUpToTheAcceptedRecords() {
    RunReport report = Examples.rich();
    Matcher bar =
        Pattern.compile("<title>\\d\\.\\d\\d to \\d\\.\\d\\d: ([\\d,]+)</title>")
            .matcher(HtmlReport.render(report));
    long sum = 0;
    while (bar.find()) {
      sum += Long.parseLong(bar.group(1).replace(",", ""));
    }
    assertThat(sum, is(report.counts().accepted() - report.counts().deletions()));
  }

  @Test
  void textFromRecordsNeverBecomesMarkup() {
    String page = HtmlReport.render(Examples.crowded());
    assertThat(page, not(containsString("<script")));
    assertThat(page, not(containsString("<img")));
    assertThat(page, not(containsString("\u202E")));
    assertThat(page, not(containsString("\u0007")));
    assertThat(page, containsString("&lt;script&gt;"));
    assertThat(page, containsString("a &quot;context&quot; &amp; more"));
  }

  @Test
  void loadsNothingFromElsewhere() {
    for (RunReport report : all()) {
      String page = HtmlReport.render(report);
      assertThat(page, not(containsString("src=\"")));
      assertThat(page, not(containsString("url(")));
      assertThat(page, not(containsString("@import")));
      assertThat(page, containsString("default-src 'none'"));
    }
  }

  @Test
  void elementsAreClosedInTheOrderInWhichTheyWereOpened() {
    for (RunReport report : all()) {
      Markup.requireBalanced(HtmlReport.render(report));
    }
  }

  @Test
  void longListsAreFoldedButComplete() {
    RunReport report = Examples.crowded();
    String page = HtmlReport.render(report);
    assertThat(page, containsString("<summary>284 more</summary>"));
    report.partitions().forEach(p -> assertThat(page, containsString(Html.escape(p.name()))));
  }

  @Test
  void loneSurrogatesDoNotBreakTheEncoding() {
    assertThat(Html.escape("a\uD800b"), is("a\uFFFDb"));
  }

  @Test
  void wrongNumberOfBinsIsRefused() {
    RunReport r = Examples.rich();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new RunReport(
                r.run(),
                r.outcome(),
                r.counts(),
                r.violations(),
                List.of(1L),
                r.partitions(),
                r.stages(),
                r.inputs(),
                r.files(),
                r.warnings()));
  }

  /** To look at the pages: {@code -Dsimile.report.examples=FOLDER}. */
  @Test
  void examplesCanBeWrittenToLookAt() throws Exception {
    String folder = System.getProperty("simile.report.examples", "target/report-examples");
    Path path = Files.createDirectories(Path.of(folder));
    Files.writeString(path.resolve("rich.html"), HtmlReport.render(Examples.rich()));
    Files.writeString(path.resolve("failed.html"), HtmlReport.render(Examples.failed()));
    Files.writeString(path.resolve("empty.html"), HtmlReport.render(Examples.empty()));
    Files.writeString(path.resolve("crowded.html"), HtmlReport.render(Examples.crowded()));
  }

  private static List<RunReport> all() {
    return List.of(Examples.rich(), Examples.failed(), Examples.empty(), Examples.crowded());
  }
}
