package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.proof.Lines;
import simile.proof.Stored;

/** {@code compact}, and what {@code query --explain} says before and after it. */
class CompactCommandTest {
  private static final int RECORDS = 12;

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void ingestTwice() throws IOException {
    store = folder.resolve("store");
    Path input = Files.write(folder.resolve("in.jsonl"), Lines.analogies(RECORDS));
    for (int i = 0; i < 2; i++) {
      assertThat(run("ingest", "--input", input.toString()).exit(), is(0));
    }
  }

  @Test
  void aDryRunPrintsThePlanAndDoesNothing() throws IOException {
    Session planned = run("compact", "--dry-run", "--format", "json");
    assertThat(planned.err(), planned.exit(), is(0));
    JsonNode group = json(planned).get(0);
    assertThat(group.path("segments").asInt(), is(2));
    assertThat(group.path("rows").asInt(), is(2 * RECORDS));
    assertThat(group.path("live").asInt(), is(RECORDS));
    assertThat(group.path("dead").asInt(), is(RECORDS));
    assertThat(group.path("bytes").isIntegralNumber(), is(true));
    assertThat(group.path("why").asText(), is("50 % dead"));
    assertThat(run("compact", "--dry-run").out(), startsWith("group  context  collection"));
    assertThat(Stored.history(store).size(), is(2));
  }

  @Test
  void aFullOneLeavesOneSegmentAndNothingForTheNext() throws IOException {
    Session done = run("compact", "--full", "--format", "json");
    assertThat(done.err(), done.exit(), is(0));
    JsonNode summary = json(done);
    assertThat(summary.path("rows").asInt(), is(RECORDS));
    assertThat(summary.path("rows_superseded").asInt(), is(RECORDS));
    assertThat(summary.path("segments_after").asInt(), is(1));
    assertThat(summary.at("/commits/0/version").asInt(), is(3));
    Session again = run("compact", "--full");
    assertThat(again.exit(), is(4));
    assertThat(again.err(), containsString("nothing to compact"));
    assertThat(run("compact", "--dry-run").exit(), is(4));
    assertThat(Stored.history(store).size(), is(3));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(run("compact", "--collection", "none").exit(), is(2));
    Session tiny = run("compact", "--target-bytes", "1");
    assertThat(tiny.exit(), is(2));
    assertThat(tiny.err(), containsString("--target-bytes"));
  }

  @Test
  void explainTellsWhatAQueryRead() throws IOException {
    JsonNode before = explained();
    assertThat(before.path("records_found").asInt(), is(RECORDS));
    assertThat(before.path("segments").asInt(), is(2));
    assertThat(before.at("/segment_uses/0/files/0/read").asBoolean(true), is(false));
    assertThat(before.at("/segment_uses/1/files/0/read").asBoolean(), is(true));
    assertThat(run("compact", "--full", "-q").exit(), is(0));
    assertThat(run("vacuum", "--older-than", "0s").exit(), is(0));
    JsonNode after = explained();
    assertThat(after.path("records_found").asInt(), is(RECORDS));
    assertThat(after.path("segments").asInt(), is(1));
    long bytes = after.at("/segment_uses/0/key_file/bytes_read").asLong();
    for (JsonNode file : after.at("/segment_uses/0/files")) {
      bytes += file.path("bytes_read").asLong();
    }
    assertThat(after.path("bytes_read").asLong(), is(bytes));
  }

  @Test
  void explainIsForPeopleAndForSpreadsheets() {
    String table = run("query", "--explain").out();
    assertThat(table, containsString("rows looked at  records found"));
    assertThat(table, not(containsString("_looked_")));
    assertThat(table, not(containsString("true")));
    assertThat(table, containsString("\nrecords found   " + RECORDS + "\n"));
    assertThat(
        run("query", "--explain", "--format", "csv").out(),
        startsWith("segment,version,file,read,rows,rows_looked_at,records_found,bytes,"));
  }

  private JsonNode explained() throws IOException {
    Session session = run("query", "--explain", "--format", "json");
    assertThat(session.err(), session.exit(), is(0));
    return json(session);
  }

  private static JsonNode json(Session session) throws IOException {
    return new ObjectMapper().readTree(session.out());
  }

  private Session run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--store", store.toString()));
    return Session.of(all.toArray(String[]::new));
  }
}
