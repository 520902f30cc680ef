package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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

class IngestCommandTest {
  private final List<IngestView.Request> requests = new ArrayList<>();

  @Test
  void everyOptionReachesTheJob() {
    Session session =
        run(
            summary("COMPLETED", false),
            "--store /s --context lab --collection frames --input a --input b --contract c.yaml"
                + " --embeddings v.npz --compression zstd --max-violation-ratio 0.1"
                + " --max-violations 5 --max-line-bytes 1MiB --run-id r --token t --runner flink"
                + " --parallelism 3 --segment-bytes 2g --split-bytes 64m --no-sqlite --quiet"
                + " -- --objectReuse=true");
    assertThat(session.exit(), is(0));
    assertThat(
        requests,
        is(
            List.of(
                new IngestView.Request(
                    new Target.Place("/s", "lab", "frames"),
                    List.of("a", "b"),
                    Optional.of("c.yaml"),
                    List.of("v.npz"),
                    IngestView.Compression.ZSTD,
                    new IngestView.Gate(Optional.of(0.1), OptionalLong.of(5)),
                    1 << 20,
                    Optional.of("r"),
                    Optional.of("t"),
                    Optional.of(IngestView.Runner.FLINK),
                    OptionalInt.of(3),
                    OptionalLong.of(2L << 30),
                    OptionalLong.of(64 << 20),
                    false,
                    true,
                    List.of("--objectReuse=true")))));
  }

  @Test
  void jsonHasTheDocumentedMembers() throws IOException {
    Session session = run(summary("COMPLETED", false), "--store /s --input a --format json");
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
  }

  @Test
  void summaryForPeopleFitsAFewLines() {
    assertThat(
        run(summary("COMPLETED", false), "--store /s --input a").out(),
        containsString("status      COMPLETED, version 4\n"));
  }

  @Test
  void failedGateIsThree() {
    assertThat(run(summary("FAILED", true), "--store /s --input a").exit(), is(3));
    assertThat(run(summary("FAILED", false), "--store /s --input a").exit(), is(1));
  }

  @ParameterizedTest
  @CsvSource({
    "--store /s, --input",
    "--input a, --store",
    "--store /s --input a b.jsonl, expected --input b.jsonl",
    "--store /s --input a --max-violation-ratio 3, from 0 to 1",
    "--store /s --input a --parallelism 0, 1 or more",
    "--store /s --input a --max-line-bytes much, is not a size",
    "--store /s --input a --runner spark, spark"
  })
  void wrongUseSaysWhatIsExpected(String options, String expected) {
    Session session = run(summary("COMPLETED", false), options);
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString(expected));
    assertThat(requests, is(List.of()));
  }

  private Session run(IngestView.Summary summary, String options) {
    IngestView view =
        request -> {
          requests.add(request);
          return summary;
        };
    String[] args = ("ingest " + options).split(" ", -1);
    return Session.with(console -> new IngestCommand(console, view), args);
  }

  private static IngestView.Summary summary(String status, boolean gateFailed) {
    return new IngestView.Summary(
        "run-1",
        status,
        gateFailed,
        OptionalLong.of(4),
        10,
        1,
        8,
        2,
        0,
        8,
        new TreeMap<>(Map.of("jsonl", 3L, "sqlite", 1L)),
        5300,
        1.25,
        Map.of("field.required", 2L),
        "direct (small input)",
        Optional.of("/s/workflows/run-1.html"),
        Optional.of("/s/audit/run-1"));
  }
}
