package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.cli.option.EngineChoice;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.jobs.IngestArgs;
import simile.jobs.InputLimits;
import simile.jobs.RunName;
import simile.jobs.RunSummary;
import simile.jobs.RunnerKind;
import simile.jobs.watch.WatchArgs;
import simile.jobs.watch.WatchSummary;
import simile.jsonl.Compression;
import simile.log.Counts;
import simile.segment.write.SegmentOptions;

class IngestCommandTest {
  private final List<Object> asked = new ArrayList<>();

  @Test
  void everyOptionReachesTheJob() {
    Session session =
        run(
            summary(true),
            "--store /s --context lab --collection frames --input a --input b --contract c.yaml"
                + " --embeddings v.npz --compression zstd --max-violation-ratio 0.1"
                + " --max-violations 5 --max-line-bytes 1MiB --run-id r --token t --runner flink"
                + " --parallelism 3 --split-bytes 32m --no-sqlite --quiet -- --objectReuse=true");
    assertThat(session.exit(), is(0));
    IngestArgs args =
        new IngestArgs(
            "/s",
            "lab",
            "frames",
            List.of("a", "b"),
            Optional.of("c.yaml"),
            Optional.of("v.npz"),
            new SegmentOptions(Compression.ZSTD, false),
            new Gate(0.1, 5),
            new InputLimits(1 << 20, 32 << 20),
            new RunName(Optional.of("r"), Optional.of("t")),
            MergeMode.LATEST);
    EngineChoice choice =
        new EngineChoice(
            Optional.of(RunnerKind.FLINK), OptionalInt.of(3), List.of("--objectReuse=true"));
    assertThat(asked, is(List.of(args, choice, true)));
  }

  @Test
  void aFolderIsWatched() {
    Session session =
        run(
            summary(true),
            "--store /s --watch in --every 5s --until-idle --merge skip-existing --run-id r");
    assertThat(session.err(), session.exit(), is(0));
    WatchArgs args = (WatchArgs) asked.get(0);
    assertThat(args.ingest().inputs(), is(List.of("in")));
    assertThat(args.ingest().merge(), is(MergeMode.SKIP_EXISTING));
    assertThat(args.ingest().name(), is(new RunName(Optional.of("r"), Optional.empty())));
    assertThat(args.every(), is(Duration.ofSeconds(5)));
    assertThat(args.untilIdle(), is(true));
  }

  @Test
  void jsonHasTheDocumentedMembers() throws IOException {
    Session session = run(summary(true), "--store /s --input a --format json");
    JsonNode object = new ObjectMapper().readTree(session.out());
    assertThat(object.path("run_id").asText(), is("run-1"));
    assertThat(object.path("status").asText(), is("COMPLETED"));
    assertThat(object.path("version").asLong(), is(4L));
    assertThat(object.path("records_read").asLong(), is(10L));
    assertThat(object.path("records_accepted").asLong(), is(8L));
    assertThat(object.path("records_rejected").asLong(), is(2L));
    assertThat(object.at("/files/jsonl").asLong(), is(3L));
    assertThat(object.path("bytes_written").asLong(), is(5300L));
    assertThat(object.path("seconds").asDouble(), is(1.25));
    assertThat(object.at("/violations_by_rule/field.required").asLong(), is(2L));
    assertThat(object.path("report").asText(), is("/s/workflows/run-1.html"));
  }

  @Test
  void summaryForPeopleFitsAFewLines() {
    assertThat(
        run(summary(true), "--store /s --input a").out(),
        containsString("status      COMPLETED, version 4\n"));
    assertThat(
        run(summary(true), "--store /s --input a").out(),
        containsString("written     3 JSONL, 1 SQLite, 5.3 kB in all\n"));
  }

  @Test
  void failedGateIsThreeAndHasNoVersion() throws IOException {
    Session session = run(summary(false), "--store /s --input a --format json");
    assertThat(session.exit(), is(3));
    assertThat(new ObjectMapper().readTree(session.out()).path("version").isNull(), is(true));
    assertThat(session.err(), containsString("too many"));
  }

  @ParameterizedTest
  @CsvSource({
    "--store /s, --input",
    "--store /s, --watch FOLDER",
    "--store /s --input a --watch b, give one of them",
    "--store /s --input a --every 5s, give --watch FOLDER",
    "--store /s --input a --until-idle, give --watch FOLDER",
    "--store /s --watch b --every soon, is no time span",
    "--input a, SIMILE_STORE",
    "--store /s --input a b.jsonl, expected --input b.jsonl",
    "--store /s --input a --max-violation-ratio 3, from 0 to 1",
    "--store /s --input a --parallelism 0, 1 or more",
    "--store /s --input a --max-line-bytes much, is not a size",
    "--store /s --input a --split-bytes 1, --split-bytes must be",
    "--store /s --input a --runner spark, spark"
  })
  void wrongUseSaysWhatIsExpected(String options, String expected) {
    Session session = run(summary(true), options);
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString(expected));
    assertThat(asked, is(List.of()));
  }

  private Session run(RunSummary summary, String options) {
    Ingest ingest =
        (args, choice, quiet) -> {
          asked.addAll(List.of(args, choice, quiet));
          return summary;
        };
    Watch watch =
        (args, choice, listener) -> {
          asked.addAll(List.of(args, choice));
          return new WatchSummary("run-1", 2, 0, 3, 0, 4, Counts.ZERO);
        };
    String[] args = ("ingest " + options).split(" ", -1);
    return Session.with(console -> new IngestCommand(console, ingest, watch), args);
  }

  private static RunSummary summary(boolean completed) {
    return new RunSummary(
        "run-1",
        completed,
        4,
        completed ? Optional.empty() : Optional.of("too many were rejected"),
        new Counts(10, 1, 8, 2, 0, 8, 6000, 5300),
        new TreeMap<>(Map.of("jsonl", 3L, "sqlite", 1L)),
        1.25,
        new TreeMap<>(Map.of("field.required", 2L)),
        new TreeMap<>(),
        "direct",
        "workflows/run-1.html",
        Optional.of("audit/run-1"),
        "latest",
        0,
        OptionalLong.empty(),
        new TreeMap<>(Map.of("analogies", 8L)));
  }
}
