package simile.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import simile.report.RunReport.Counts;
import simile.report.RunReport.Files;
import simile.report.RunReport.Input;
import simile.report.RunReport.Outcome;
import simile.report.RunReport.Partition;
import simile.report.RunReport.Run;
import simile.report.RunReport.Severity;
import simile.report.RunReport.Stage;
import simile.report.RunReport.Status;
import simile.report.RunReport.Violations;

/** Reports of runs of every kind, to test and to look at. */
final class Examples {
  private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");

  private Examples() {}

  static RunReport rich() {
    return new RunReport(
        run("analogies", 17_400),
        new Outcome(Status.COMPLETED, OptionalLong.of(42), ""),
        new Counts(1_000_000, 12, 998_650, 1_350, 420, 985_102, 1_061_400_000),
        List.of(
            broken("field.maximum", 811, "science.jsonl:1841", "/quality_score", "1.4"),
            broken("json.syntax", 402, "language.jsonl:77", "", "{\"id\": \"x1\", \"source_dom"),
            broken("field.required", 96, "crafts.jsonl:5", "/target_domain", "nothing"),
            broken("utf8.invalid", 41, "history.jsonl:19002", "", "0xC3 0x28"),
            new Violations(
                "updated-not-before-created",
                Severity.WARNING,
                2_204,
                "history.jsonl:310",
                "/updated_at",
                "2024-01-02T10:00:00Z")),
        quality(998_230),
        List.of(
            new Partition("biology", 211_400, 118_000_000),
            new Partition("physics", 190_022, 101_000_000),
            new Partition("language", 171_903, 92_000_000),
            new Partition("music", 120_440, 64_000_000),
            new Partition("cooking", 101_337, 54_000_000),
            new Partition("law", 88_000, 47_000_000),
            new Partition("navigation", 60_000, 32_000_000),
            new Partition("weaving", 42_000, 22_000_000)),
        List.of(
            new Stage("list splits", 0.04),
            new Stage("read and check", 11.2),
            new Stage("sort", 3.1),
            new Stage("write JSONL", 4.9),
            new Stage("write SQLite", 12.7),
            new Stage("write NPZ", 0.4),
            new Stage("commit", 0.2)),
        List.of(
            new Input("input/science.jsonl", 210_000_000),
            new Input("input/language.jsonl", 180_000_000),
            new Input("input/history.jsonl", 94_000_000),
            new Input("input/crafts.jsonl", 47_000_000)),
        List.of(
            new Files("jsonl", 64, 531_000_000),
            new Files("sqlite", 8, 420_000_000),
            new Files("npz", 8, 98_000_000),
            new Files("keys", 8, 12_400_000)),
        List.of("2,204 records were updated before they were created; they were kept."));
  }

  static RunReport failed() {
    return new RunReport(
        run("analogies", 830),
        new Outcome(
            Status.FAILED,
            OptionalLong.empty(),
            "the contract gate failed; 700 of 1,000 records were rejected; expected at most 10 %"
                + " (--max-violation-ratio 0.1); read the audit, mend the input and run it again"),
        new Counts(1_000, 0, 300, 700, 0, 0, 0),
        List.of(broken("field.type", 700, "export.jsonl:1", "/quality_score", "\"high\"")),
        quality(300),
        List.of(),
        List.of(new Stage("read and check", 0.31)),
        List.of(new Input("export.jsonl", 530_000)),
        List.of(),
        List.of());
  }

  static RunReport empty() {
    return new RunReport(
        run("frames", 210),
        new Outcome(Status.COMPLETED, OptionalLong.of(1), ""),
        new Counts(0, 3, 0, 0, 0, 0, 0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Input("-", -1)),
        List.of(),
        List.of());
  }

  static RunReport crowded() {
    Random random = new Random(7);
    List<Partition> partitions = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      long rows = (long) Math.exp(random.nextDouble() * 11);
      partitions.add(new Partition("domain-" + i, rows, rows * 531));
    }
    partitions.add(new Partition("علم الأحياء", 50_000, 26_000_000));
    partitions.add(new Partition("🧬 genetics 👩‍🔬", 49_000, 26_000_000));
    partitions.add(new Partition("x".repeat(400), 48_000, 26_000_000));
    partitions.add(new Partition("<script>alert(1)</script>", 47_000, 26_000_000));
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      inputs.add(
          new Input(
              "hdfs://name/very/long/folder/of/a/project/part-%05d.jsonl.gz".formatted(i),
              1 << 20));
    }
    return new RunReport(
        new Run(
            "r".repeat(255),
            "ingest",
            "a \"context\" & more",
            "مفاهيم",
            "concepts 3.1.0",
            "flink",
            START,
            START.plusMillis(4_000_000)),
        new Outcome(Status.COMPLETED, OptionalLong.of(123_456), ""),
        new Counts(2_000_000_000L, 0, 1_999_999_999L, 1, 0, 1_999_000_000L, 1_061_400_000_000L),
        List.of(
            broken(
                "a-rule-with-a-name-that-somebody-made-very-long-indeed-because-they-could",
                1,
                "file:///data/" + "deep/".repeat(30) + "x.jsonl:999999999",
                "/metadata/" + "k".repeat(120),
                "<img src=x onerror=alert(1)> \u202Eevil\u0007 " + "y".repeat(300))),
        quality(1_999_999_999L),
        partitions,
        List.of(new Stage("read and check", 14_000), new Stage("commit", 0.004)),
        inputs,
        List.of(new Files("jsonl", 120_000, 531_000_000_000L)),
        List.of());
  }

  private static Run run(String collection, long millis) {
    return new Run(
        "ingest-20260314-092653-7f3a",
        "ingest",
        "default",
        collection,
        collection + " 1.2.0",
        "direct",
        START,
        START.plusMillis(millis));
  }

  private static Violations broken(
      String rule, long count, String place, String pointer, String actual) {
    return new Violations(rule, Severity.ERROR, count, place, pointer, actual);
  }

  /** A hump that adds up to {@code total}. */
  private static List<Long> quality(long total) {
    List<Long> bins = new ArrayList<>(Collections.nCopies(RunReport.QUALITY_BINS, 0L));
    double[] weights = new double[RunReport.QUALITY_BINS];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(-Math.pow((i - 14.2) / 4.1, 2)) + (i == 3 ? 0.09 : 0.004);
      sum += weights[i];
    }
    long rest = total;
    for (int i = 0; i < weights.length; i++) {
      bins.set(i, (long) (total * weights[i] / sum));
      rest -= bins.get(i);
    }
    bins.set(14, bins.get(14) + rest);
    return bins;
  }
}
