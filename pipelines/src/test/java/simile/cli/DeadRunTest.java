package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.proof.Children;
import simile.proof.IngestMain;
import simile.proof.Lines;
import simile.proof.Stored;
import simile.proof.cancel.StuckRun;
import simile.proof.crash.CrashFilesProvider;

/** Runs whose processes die, and what the commands make of them. */
class DeadRunTest {
  @TempDir Path folder;
  private Path store;
  private Path input;

  @BeforeEach
  void write() throws IOException {
    store = folder.resolve("store");
    input = Files.write(folder.resolve("in.jsonl"), Lines.analogies(12));
    assertThat(ingest("first").exit(), is(0));
  }

  @Test
  void aKilledRunIsShownAsDeadAndRetriedOnce() throws Exception {
    Process child =
        Children.start(StuckRun.class, List.of(), store.toString(), "stuck", input.toString());
    try (BufferedReader said = child.inputReader(UTF_8)) {
      assertThat(said.readLine(), is("at work"));
      assertThat(shown("stuck").path("status").asText(), is("PROCESSING"));
      Session early = run("retry", "stuck");
      assertThat(early.exit(), is(5));
      assertThat(early.err(), containsString("'stuck' is at work (process " + child.pid()));
    } finally {
      child.destroyForcibly().waitFor();
    }
    JsonNode dead = json(run("list", "--status", "dead", "--format", "json"));
    assertThat(dead.size(), is(1));
    assertThat(dead.get(0).path("run_id").asText(), is("stuck"));
    assertThat(shown("stuck").path("status").asText(), is("DEAD"));
    assertThat(run("watch", "stuck").exit(), is(1));
    retryOnce("stuck");
  }

  @Test
  void anIngestHaltedInTheMiddleIsRetriedOnceByWhatItRecorded() throws Exception {
    Children.Ended child =
        Children.run(
            IngestMain.class,
            List.of(),
            CrashFilesProvider.location(store, 10),
            "halted",
            input.toString());
    assertThat(child.printed(), child.exit(), is(Children.HALTED));
    assertThat(shown("halted").path("status").asText(), is("DEAD"));
    retryOnce("halted");
  }

  @Test
  void aDeadRunThatIsCancelledIsRetriedUnderANewId() throws Exception {
    Children.run(
        IngestMain.class,
        List.of(),
        CrashFilesProvider.location(store, 10),
        "halted",
        input.toString());
    Session cancelled = run("cancel", "halted", "--reason", "no longer wanted");
    assertThat(cancelled.err(), cancelled.exit(), is(0));
    assertThat(cancelled.out(), startsWith("run halted is cancelled by version 2"));
    Session again = run("cancel", "halted");
    assertThat(again.exit(), is(0));
    assertThat(again.out(), startsWith("run halted was cancelled before, by version 2"));
    JsonNode shown = shown("halted");
    assertThat(shown.path("status").asText(), is("CANCELLED"));
    assertThat(shown.path("reason").asText(), is("no longer wanted"));
    assertThat(run("watch", "halted").exit(), is(5));
    Session retried = run("retry", "halted");
    assertThat(retried.err(), retried.exit(), is(0));
    assertThat(retried.err(), containsString("its work is run as retry-"));
    assertThat(Stored.history(store).get(2).runId(), startsWith("retry-"));
  }

  private void retryOnce(String runId) throws IOException {
    Session retried = run("retry", runId);
    assertThat(retried.err(), retried.exit(), is(0));
    assertThat(shown(runId).path("status").asText(), is("COMPLETED"));
    Session again = run("retry", runId);
    assertThat(again.exit(), is(0));
    assertThat(again.out(), startsWith("run " + runId + " is done already as version 2"));
    assertThat(Stored.history(store).stream().filter(c -> c.runId().equals(runId)).count(), is(1L));
    assertThat(Stored.analogies(store).size(), is(12));
    Session late = run("cancel", runId);
    assertThat(late.exit(), is(5));
    assertThat(late.err(), containsString("it is committed as version 2"));
  }

  private JsonNode shown(String runId) throws IOException {
    return json(run("show", runId, "--format", "json"));
  }

  private static JsonNode json(Session session) throws IOException {
    return new ObjectMapper().readTree(session.out());
  }

  private Session run(String command, String... args) {
    String[] all = new String[args.length + 4];
    all[0] = "workflows";
    all[1] = command;
    System.arraycopy(args, 0, all, 2, args.length);
    all[args.length + 2] = "--store";
    all[args.length + 3] = store.toString();
    return Session.of(all);
  }

  private Session ingest(String runId) {
    return Session.of(
        "ingest", "--store", store.toString(), "--input", input.toString(), "--run-id", runId);
  }
}
