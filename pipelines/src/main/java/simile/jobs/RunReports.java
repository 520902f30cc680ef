package simile.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.ingest.RuleExample;
import simile.ingest.RunDetails;
import simile.layout.Layout;
import simile.log.Commit;
import simile.report.HtmlReport;
import simile.report.RunReport;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.store.Store;

/** Makes a run's report from its entry in the log, and puts it beside the run's workflow. */
final class RunReports {
  private static final Logger LOG = LoggerFactory.getLogger(RunReports.class);
  private static final double MILLIS = 1000;

  private RunReports() {}

  /** Writes the report; the run is over, so that a failure to do so fails nothing. */
  static void write(Store store, Commit entry) {
    try {
      byte[] html = HtmlReport.render(of(entry)).getBytes(UTF_8);
      store.files().replace(Layout.report(entry.runId()), html);
    } catch (IOException | RuntimeException e) {
      LOG.warn("The report could not be written: {}", e.toString());
    }
  }

  static RunReport of(Commit entry) {
    RunSummary summary = RunSummary.of(entry);
    return new RunReport(
        run(entry, summary),
        new RunReport.Outcome(
            summary.completed() ? RunReport.Status.COMPLETED : RunReport.Status.FAILED,
            summary.completed() ? OptionalLong.of(entry.version()) : OptionalLong.empty(),
            summary.failure().orElse("")),
        counts(summary),
        violations(entry),
        Arrays.stream(RunDetails.quality(entry.details())).boxed().toList(),
        partitions(entry),
        stages(entry),
        entry.inputs().stream().map(i -> new RunReport.Input(i.uri(), i.bytes())).toList(),
        files(entry),
        List.of());
  }

  private static RunReport.Run run(Commit entry, RunSummary summary) {
    Instant submitted =
        Instant.parse(
            entry.details().getOrDefault(RunDetails.SUBMITTED_AT, entry.committedAt().toString()));
    return new RunReport.Run(
        entry.runId(),
        entry.operation().key(),
        entry.details().getOrDefault(RunDetails.CONTEXT, ""),
        entry.details().getOrDefault(RunDetails.COLLECTION, ""),
        entry.details().getOrDefault(RunDetails.CONTRACT, ""),
        summary.runner(),
        submitted,
        entry.committedAt());
  }

  private static RunReport.Counts counts(RunSummary summary) {
    var c = summary.counts();
    return new RunReport.Counts(
        c.read(), c.blank(), c.accepted(), c.rejected(), c.deletions(), c.rows(), c.bytesWritten());
  }

  private static List<RunReport.Violations> violations(Commit entry) {
    SortedMap<String, RuleExample> examples = RunDetails.examples(entry.details());
    List<RunReport.Violations> violations = new ArrayList<>();
    add(entry.violationsByRule(), RunReport.Severity.ERROR, examples, violations);
    add(entry.warningsByRule(), RunReport.Severity.WARNING, examples, violations);
    return violations;
  }

  private static void add(
      Map<String, Long> counts,
      RunReport.Severity severity,
      Map<String, RuleExample> examples,
      List<RunReport.Violations> into) {
    counts.forEach(
        (rule, count) -> {
          RuleExample e = examples.getOrDefault(rule, new RuleExample(rule, "", 0, "", ""));
          String place = e.file().isEmpty() ? "" : e.file() + ":" + e.line();
          into.add(new RunReport.Violations(rule, severity, count, place, e.pointer(), e.actual()));
        });
  }

  private static List<RunReport.Partition> partitions(Commit entry) {
    SortedMap<String, long[]> sums = new TreeMap<>();
    dataFiles(entry)
        .filter(file -> file.kind() == FileKind.JSONL)
        .forEach(
            file -> {
              long[] sum = sums.computeIfAbsent(file.partition(), p -> new long[2]);
              sum[0] += file.rows();
              sum[1] += file.bytes();
            });
    return sums.entrySet().stream()
        .map(e -> new RunReport.Partition(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  private static List<RunReport.Stage> stages(Commit entry) {
    return RunDetails.stageMillis(entry.details()).entrySet().stream()
        .map(e -> new RunReport.Stage(e.getKey(), e.getValue() / MILLIS))
        .toList();
  }

  private static List<RunReport.Files> files(Commit entry) {
    SortedMap<String, long[]> sums = new TreeMap<>();
    entry
        .files()
        .forEach(
            file -> {
              long[] sum = sums.computeIfAbsent(file.kind().key(), k -> new long[2]);
              sum[0]++;
              sum[1] += file.bytes();
            });
    return sums.entrySet().stream()
        .map(e -> new RunReport.Files(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  private static Stream<DataFile> dataFiles(Commit entry) {
    return entry.changes().stream()
        .flatMap(change -> change.adds().stream())
        .flatMap(segment -> segment.files().stream());
  }
}
