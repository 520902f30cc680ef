package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.cli.console.Column;
import simile.cli.console.RecordPrinter;

class QueryCommandTest {
  private static final String HEART =
      "{\"id\":\"a\",  \"quality_score\":0.90,\"n\":\"ü, \\\"x\\\"\"}";
  private static final String ATOM = "{\"id\":\"b\",\"quality_score\":1e-1}";

  private final List<QueryView.Request> requests = new ArrayList<>();

  @Test
  void everyOptionReachesTheStore() {
    run(
        "--store /s --context lab --collection frames --id x --id y --domain d --source-domain s"
            + " --target-domain t --min-quality 0.2 --max-quality 0.9 --created-after 2026-01-02"
            + " --created-before 2026-03-04T05:06:07+01:00 --tag one --as-of 7"
            + " --order-by quality_score:desc --limit 9 --with-embeddings");
    assertThat(
        requests,
        is(
            List.of(
                new QueryView.Request(
                    new Target.Place("/s", "lab", "frames"),
                    new AsOf.Version(7),
                    new Filters.Criteria(
                        List.of("x", "y"),
                        List.of("d"),
                        List.of("s"),
                        List.of("t"),
                        OptionalDouble.of(0.2),
                        OptionalDouble.of(0.9),
                        Optional.of(Instant.parse("2026-01-02T00:00:00Z")),
                        Optional.of(Instant.parse("2026-03-04T04:06:07Z")),
                        List.of("one")),
                    Optional.of(new OrderBy("quality_score", true)),
                    OptionalLong.of(9),
                    true))));
  }

  @Test
  void asOfTakesATime() {
    run("--store /s --as-of 2026-03-14T09:26:53Z");
    assertThat(requests.get(0).asOf(), is(new AsOf.Time(Instant.parse("2026-03-14T09:26:53Z"))));
  }

  @ParameterizedTest
  @CsvSource({
    "--min-quality 1.2, from 0 to 1",
    "--as-of soon, neither a version",
    "--created-after yesterday, is not a time",
    "--order-by id:up, FIELD:desc",
    "--limit -1, 0 or more",
    "--format xml, xml"
  })
  void wrongValuesAreUsageAndSayWhatIsExpected(String options, String expected) {
    Session session = run("--store /s " + options);
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString(expected));
    assertThat(requests, is(List.of()));
  }

  @Test
  void jsonLinesAreTheBytesOfTheRecords() {
    assertThat(run("--store /s --format jsonl").out(), is(HEART + "\n" + ATOM + "\n"));
  }

  @Test
  void jsonIsAnArray() {
    assertThat(run("--store /s --format json").out(), is("[\n " + HEART + ",\n " + ATOM + "\n]\n"));
  }

  @Test
  void csvQuotesWhatItMust() {
    assertThat(
        run("--store /s --format csv").out(),
        is("id,quality_score,n\na,0.9,\"ü, \"\"x\"\"\"\nb,0.1,\n"));
  }

  @Test
  void tableIsAligned() {
    assertThat(
        run("--store /s").out(),
        is("id  quality_score  n\na             0.9  ü, \"x\"\nb             0.1\n"));
  }

  @Test
  void explainDoesNotRun() {
    assertThat(run("--store /s --explain").out(), is("a plan\n"));
    assertThat(requests, is(List.of()));
  }

  private Session run(String options) {
    String[] args = ("query " + options).split(" ", -1);
    return Session.with(console -> new QueryCommand(console, new Canned()), args);
  }

  private final class Canned implements QueryView {
    @Override
    public List<Column> columns(Request request) {
      return List.of(Column.text("id"), Column.number("quality_score"), Column.text("n"));
    }

    @Override
    public void run(Request request, RecordPrinter printer) throws IOException {
      requests.add(request);
      for (String record : List.of(HEART, ATOM)) {
        byte[] padded = ("##" + record + "##").getBytes(UTF_8);
        printer.print(padded, 2, padded.length - 4);
      }
    }

    @Override
    public String explain(Request request) {
      return "a plan";
    }
  }
}
