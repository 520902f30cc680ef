package simile.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.contract.BuiltInContracts;
import simile.files.LocalFiles;
import simile.log.Commit;
import simile.proof.Lines;
import simile.proof.Stored;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Rejected records through a newer contract. */
class ReplayTest {
  /** Too good for the contract at first. */
  private static final String TOO_GOOD = Lines.analogy("ключ-\uD83D\uDE00", 0.75);

  private static final byte[] NO_UTF8 = "{\"id\":\"\u00e9\"}".getBytes(ISO_8859_1);
  private static final String LONG =
      Lines.analogy("long", 0.5).replace("}", ",\"note\":\"" + "x".repeat(4000) + "\"}");

  @TempDir Path folder;
  private Path store;
  private String newer;

  @BeforeEach
  void ingest() throws IOException {
    store = folder.resolve("store");
    String yaml = new String(BuiltInContracts.find("analogies").orElseThrow().source(), UTF_8);
    String strict = yaml.replaceFirst("(name: quality_score(?s:.*?)maximum: )1(\\.0)?", "$10.5");
    assertThat(strict.equals(yaml), is(false));
    Path old = Files.writeString(folder.resolve("old.odcs.yaml"), strict);
    newer = Files.writeString(folder.resolve("new.odcs.yaml"), yaml).toString();
    Path input = Files.write(folder.resolve("in.jsonl"), lines());
    Session first =
        Session.of(
            "ingest",
            "--store",
            store.toString(),
            "--input",
            input.toString(),
            "--contract",
            old.toString(),
            "--max-line-bytes",
            "2000",
            "--run-id",
            "first");
    assertThat(first.err(), first.exit(), is(0));
  }

  private static byte[] lines() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (byte[] line :
        List.of(
            Lines.analogy("good", 0.5).getBytes(UTF_8),
            TOO_GOOD.getBytes(UTF_8),
            NO_UTF8,
            "not json \t\"".getBytes(UTF_8),
            LONG.getBytes(UTF_8))) {
      lines.write(line);
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  @Test
  void rejectedRecordsAreTakenAgainWordForWordAndOnce() throws IOException {
    Commit before = Stored.history(store).get(0);
    assertThat(before.counts().rejected(), is(4L));
    Session replayed = replay("first", "--format", "json");
    assertThat(replayed.err(), replayed.exit(), is(0));
    JsonNode said = new ObjectMapper().readTree(replayed.out());
    assertThat(said.path("records_replayed").asInt(), is(4));
    assertThat(said.path("records_accepted").asInt(), is(2));
    assertThat(said.path("records_rejected").asInt(), is(2));
    Commit commit = Stored.history(store).get(1);
    assertThat(commit.details().get("replays"), is("first"));
    assertThat(commit.inputs().get(0).uri(), is("audit/first"));
    assertThat(Stored.analogies(store).values(), hasItem(LONG));
    assertThat(Stored.analogies(store).values(), hasItem(TOO_GOOD));
    assertThat(
        Stored.rejected(store, commit).stream().map(Stored.Rejected::bytes).toList(),
        equalTo(List.of(new String(NO_UTF8, ISO_8859_1), "not json \t\"")));
    assertThat(replay("first", "--format", "json").out(), equalTo(replayed.out()));
    assertThat(Stored.history(store).size(), is(2));
  }

  @Test
  void theWorkflowNamesTheRunReplayed() throws IOException {
    JsonNode said = new ObjectMapper().readTree(replay("first", "--format", "json").out());
    String runId = said.path("run_id").asText();
    Session shown =
        Session.of("workflows", "show", runId, "--store", store.toString(), "--format", "json");
    JsonNode workflow = new ObjectMapper().readTree(shown.out());
    assertThat(workflow.path("metadata").path("replays").asText(), is("first"));
    assertThat(workflow.path("command").get(1).asText(), is("replay"));
  }

  @Test
  void itRunsWhereAskedAndSaysSoToWhoRunsItAgain() throws IOException {
    Session replayed =
        replay("first", "--runner", "flink", "--parallelism", "1", "--", "--objectReuse=false");
    assertThat(replayed.err(), replayed.exit(), is(0));
    Commit commit = Stored.history(store).get(1);
    assertThat(commit.details().get("runner"), containsString("flink"));
    Workflow workflow = new Workflows(new LocalFiles(store)).read(commit.runId()).orElseThrow();
    assertThat(
        String.join(" ", workflow.command()),
        endsWith("--runner flink --parallelism 1 -- --objectReuse=false"));
    assertThat(replay("first", "--", "more").err(), containsString("unexpected argument 'more'"));
  }

  @Test
  void aReplayThatMakesNoSenseIsRefused() throws IOException {
    Session unknown = replay("nobody");
    assertThat(unknown.exit(), is(2));
    assertThat(unknown.err(), containsString("the log has no run 'nobody'"));
    Session none =
        Session.of(
            "workflows", "replay", "first", "--store", store.toString(), "--contract", "/no/file");
    assertThat(none.exit(), is(2));
    assertThat(none.err(), containsString("there is no contract file '/no/file'"));
  }

  @Test
  void aDamagedAuditIsNotReplayed() throws IOException {
    String audit = Stored.history(store).get(0).audit().get(0).path();
    String text = Files.readString(store.resolve(audit));
    Files.writeString(store.resolve(audit), text.replace("0.75", "0.25"));
    Session replayed = replay("first");
    assertThat(replayed.exit(), is(6));
    assertThat(replayed.err(), startsWith("simile: " + audit + " is not as its run wrote it"));
    assertThat(Stored.history(store).size(), is(1));
  }

  private Session replay(String runId, String... more) {
    String[] all = new String[more.length + 7];
    String[] head = {
      "workflows", "replay", runId, "--store", store.toString(), "--contract", newer
    };
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(more, 0, all, head.length, more.length);
    return Session.of(all);
  }
}
