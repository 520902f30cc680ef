package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;

/** What a person sees of deleting and of its undoing. */
class DeleteCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void tenRecords() throws IOException {
    store = folder.resolve("store");
    MemoryInputs inputs = MemoryInputs.of("in.jsonl", Lines.analogies(10));
    PlainIngest.into(new LocalFiles(store), "ingest").run(inputs, inputs.list());
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void idsInAFileAreDeletedOnBothRunners(String runner) throws IOException {
    Path ids = folder.resolve("ids.txt");
    Files.writeString(
        ids,
        "a1\r\n\r\n\"a2\"\n{\"id\":\"a3\"}\n{\"type\":\"deletion\",\"target_id\":\"a4\"}\nnone");

    Session said =
        simile("delete", "--ids-file", ids.toString(), "--runner", runner, "--format=json");

    assertThat(said.err(), said.exit(), is(0));
    JsonNode summary = JSON.readTree(said.out());
    assertThat(summary.path("records_deleted").intValue(), is(4));
    assertThat(summary.path("ids_not_found").intValue(), is(1));
    assertThat(summary.path("not_found").get(0).textValue(), is("none"));
    assertThat(ids(), is(List.of("a0", "a5", "a6", "a7", "a8", "a9")));
  }

  @Test
  void criteriaAreJoinedAndTheReasonIsKept() throws IOException {
    Session said = simile("delete", "--quality-below", "0.05", "--reason", "too weak");

    assertThat(said.err(), said.exit(), is(0));
    assertThat(ids(), is(List.of("a5", "a6", "a7", "a8", "a9")));
    assertThat(simile("history").out(), containsString("too weak"));
    assertThat(
        simile("query", "--id", "a1", "--all-versions", "--format=csv").out(),
        allOf(containsString("a1,2,deleted,delete"), containsString("a1,1,inserted,ingest")));
  }

  @Test
  void aDryRunPrintsAndChangesNothing() throws IOException {
    Session said = simile("delete", "--quality-below", "0.02", "--dry-run", "--format=jsonl");

    assertThat(said.exit(), is(0));
    assertThat(said.out().lines().count(), is(2L));
    assertThat(said.err(), containsString("would delete 2 records of version 1"));
    assertThat(ids().size(), is(10));
  }

  @Test
  void aDryRunOfIdsPrintsThoseThatAreThere() {
    Session said = simile("delete", "--id", "a3", "--id", "none", "--dry-run", "--format=jsonl");

    assertThat(said.out(), is(Lines.analogy("a3", 0.03) + "\n"));
  }

  @Test
  void whatMatchesNothingIsCommittedAndSaid() throws IOException {
    Session said = simile("delete", "--tag", "nobody-has-it");

    assertThat(said.exit(), is(0));
    assertThat(said.err(), containsString("no record was deleted"));
    assertThat(Stored.history(store).size(), is(2));
  }

  @Test
  void itIsNotAskedWhatToDelete() throws IOException {
    Session said = simile("delete");

    assertThat(said.exit(), is(2));
    assertThat(said.err(), containsString("--ids-file"));
    assertThat(Stored.history(store).size(), is(1));
  }

  @Test
  void idsAndCriteriaDoNotGoTogether() {
    assertThat(simile("delete", "--id", "a1", "--domain", "river").exit(), is(2));
  }

  @Test
  void aListWithALineThatIsNoIdIsRefused() throws IOException {
    Path ids = folder.resolve("ids.jsonl");
    Files.writeString(ids, "a1\n{\"name\":\"x\"}\n");

    Session said = simile("delete", "--ids-file", ids.toString());

    assertThat(said.exit(), is(2));
    assertThat(said.err(), allOf(containsString("ids.jsonl:2"), not(containsString("Exception"))));
    assertThat(ids().size(), is(10));
  }

  @Test
  void aRunThatIsRepeatedUnderItsIdCommitsOnce() throws IOException {
    simile("delete", "--id", "a1", "--run-id", "once");

    Session again = simile("delete", "--id", "a1", "--run-id", "once");
    Session other = simile("delete", "--id", "a2", "--run-id", "once");

    assertThat(again.exit(), is(0));
    assertThat(other.exit(), is(2));
    assertThat(Stored.history(store).size(), is(2));
  }

  @Test
  void whatWasDeletedIsBroughtBack() throws IOException {
    simile("delete", "--id", "a1", "--id", "a2");

    Session said = simile("undelete", "--id", "a1", "--id", "a5", "--id", "none", "--format=json");

    assertThat(said.err(), said.exit(), is(0));
    JsonNode summary = JSON.readTree(said.out());
    assertThat(summary.path("records_restored").intValue(), is(1));
    assertThat(summary.path("already_live").get(0).textValue(), is("a5"));
    assertThat(summary.path("gone").get(0).textValue(), is("none"));
    assertThat(Stored.analogies(store).get("a1"), is(Lines.analogy("a1", 0.01)));
    assertThat(Stored.analogies(store).containsKey("a2"), is(false));
  }

  @Test
  void nothingToBringBackIsNothingToDo() throws IOException {
    Session said = simile("undelete", "--id", "none");

    assertThat(said.exit(), is(4));
    assertThat(said.err(), containsString("nothing was brought back"));
    assertThat(Stored.history(store).size(), is(1));
  }

  private Session simile(String command, String... args) {
    List<String> words = new ArrayList<>(List.of(command, "--store", store.toString()));
    words.addAll(List.of(args));
    return Session.of(words.toArray(String[]::new));
  }

  private List<String> ids() throws IOException {
    return List.copyOf(Stored.analogies(store).keySet());
  }
}
