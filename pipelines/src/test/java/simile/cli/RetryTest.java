package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.proof.Folders;
import simile.proof.Lines;
import simile.proof.Stored;
import simile.store.Store;
import simile.workflow.ProcessMark;
import simile.workflow.ThisHost;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Whatever kind of run died, its recorded command line does its work, once. */
@Tag("full")
class RetryTest {
  private static final String RUN = "dead-run";

  /** More than any Linux gives. */
  private static final long NO_PROCESS = 99_999_999;

  @TempDir Path folder;
  private Path store;
  private Path input;

  @BeforeEach
  void fill() throws IOException {
    store = folder.resolve("store");
    input = Files.write(folder.resolve("in.jsonl"), Lines.analogies(12));
    run("ingest --input " + input + " --run-id one");
    run("ingest --input " + input + " --run-id two");
    run("delete --id a1 --run-id three");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest --input INPUT --merge skip-existing",
        "delete --id a2 --reason old",
        "delete --quality-below 0.05",
        "undelete --id a1 --reason again",
        "compact --full --target-bytes 1MiB --compression gzip --parallelism 1",
        "rollback --to 2 --reason wrong",
        "vacuum --older-than 0s",
        "backup --to BACKUP --as-of 2",
        "export --format csv --output BACKUP --min-quality 0.1 --partition-by source_domain"
      })
  void aDeadRunIsRetriedOnce(String command) throws IOException {
    Path other = folder.resolve("other");
    Folders.copy(store, other);
    Path backup = folder.resolve("backup");
    String words = command.replace("INPUT", input.toString()).replace("BACKUP", backup.toString());
    run(words + " --run-id " + RUN);
    Workflow done = workflow(store);
    long entries = entries(store);
    if (Files.exists(backup)) {
      Files.move(backup, folder.resolve("moved"));
    }

    die(other, done);
    retry(other);
    assertThat(entries(other), is(entries));
    assertThat(Stored.analogies(other), is(Stored.analogies(store)));
    assertThat(workflow(other).itemsProcessed(), is(done.itemsProcessed()));

    die(store, done);
    retry(store);
    assertThat(entries(store), is(entries));
    assertThat(shown(store).path("version").asLong(-1), is(done.version()));
  }

  @Test
  void aCompactionThatDiedAmongItsGroupsGoesOn() throws IOException {
    run("compact --full --run-id " + RUN);
    Workflow first = workflow(store);
    assertThat(first.itemsProcessed(), is(25L));
    run("ingest --context more --input " + input + " --run-id four");
    run("ingest --context more --input " + input + " --run-id five");
    die(store, first);
    retry(store);
    assertThat(entries(store), is(2L));
    assertThat(workflow(store).itemsProcessed(), is(25L + 24L));
    assertThat(workflow(store).itemsTotal(), is(25L + 24L));
    assertThat(shown(store).path("records_read").asLong(), is(25L + 24L));
    assertThat(shown(store).path("rows_written").asLong(), is(11L + 12L));
  }

  /** Retries, and asks for it again: then there is nothing to run. */
  private void retry(Path place) throws IOException {
    assertThat(shown(place).path("status").asText(), either(is("DEAD")).or(is("COMPLETED")));
    Session retried = Session.of("workflows", "retry", RUN, "--store", place.toString());
    assertThat(retried.err(), retried.exit(), either(is(0)).or(is(4)));
    assertThat(shown(place).path("status").asText(), is("COMPLETED"));
    Session again = Session.of("workflows", "retry", RUN, "--store", place.toString());
    assertThat(again.exit(), is(0));
    assertThat(again.out(), startsWith("run " + RUN + " is done already"));
  }

  /** Leaves the workflow as a process that was killed does. */
  private static void die(Path place, Workflow as) throws IOException {
    assertThat(as.command(), is(not(List.of())));
    ProcessMark gone =
        new ProcessMark(
            ThisHost.detected().name(), ThisHost.detected().id(), NO_PROCESS, Optional.empty());
    new Workflows(Store.open(place.toString()).files())
        .announce(
            Workflow.pending(RUN, as.type(), as.context(), as.collection(), as.createdAt())
                .withCommand(as.token(), as.command())
                .withMetadata(gone.metadata())
                .started(Instant.now()));
  }

  private static Workflow workflow(Path place) throws IOException {
    return new Workflows(Store.open(place.toString()).files()).read(RUN).orElseThrow();
  }

  private static JsonNode shown(Path place) throws IOException {
    Session shown =
        Session.of("workflows", "show", RUN, "--store", place.toString(), "--format", "json");
    return new ObjectMapper().readTree(shown.out());
  }

  private static long entries(Path place) throws IOException {
    return Stored.history(place).stream().filter(commit -> commit.runId().equals(RUN)).count();
  }

  private void run(String words) {
    List<String> all = new ArrayList<>(List.of(words.split(" ")));
    all.addAll(List.of("--store", store.toString()));
    Session session = Session.of(all.toArray(String[]::new));
    assertThat(words + ": " + session.err(), session.exit(), is(0));
  }
}
