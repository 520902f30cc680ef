package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ListingCommandsTest {
  private static final HistoryView.Entry ENTRY =
      new HistoryView.Entry(
          2,
          "commit",
          "ingest",
          "default",
          "analogies",
          "run-2",
          Instant.parse("2026-03-14T09:26:53Z"),
          10,
          9,
          1,
          0,
          9);

  @Test
  void historyAsJsonHasTheDocumentedMembers() throws IOException {
    Session session =
        Session.with(
            console -> new HistoryCommand(console, (place, all) -> List.of(ENTRY)),
            "history",
            "--store",
            "/s",
            "--format",
            "json");
    JsonNode entry = new ObjectMapper().readTree(session.out()).path(0);
    assertThat(entry.path("version").asLong(), is(2L));
    assertThat(entry.path("operation").asText(), is("ingest"));
    assertThat(entry.path("run_id").asText(), is("run-2"));
    assertThat(entry.path("committed_at").asText(), is("2026-03-14T09:26:53Z"));
    assertThat(entry.path("records_accepted").asLong(), is(9L));
  }

  @Test
  void emptyHistoryIsAnEmptyArray() {
    assertThat(
        Session.with(
                console -> new HistoryCommand(console, (place, all) -> List.of()),
                "history",
                "--store",
                "/s",
                "--format",
                "json")
            .out(),
        is("[]\n"));
  }

  @Test
  void workflowsAreFilteredByStatusInAnyCase() {
    List<WorkflowsCommand.Request> requests = new ArrayList<>();
    Session session = workflows(requests, "list", "--store", "/s", "--status", "failed");
    assertThat(session.exit(), is(0));
    assertThat(requests.get(0).states(), is(Set.of(WorkflowsCommand.Status.FAILED)));
    assertThat(session.out(), startsWith("run    status"));
  }

  @Test
  void workflowThatIsNotThereIsNothingToDo() {
    Session session = workflows(new ArrayList<>(), "show", "nobody", "--store", "/s");
    assertThat(session.exit(), is(4));
    assertThat(
        session.err(),
        is("simile: no run 'nobody'; /s; see which there are: simile workflows list\n"));
  }

  @Test
  void contextIsShownByName() {
    RowsView<ContextsCommand.Request> view =
        request -> List.of(object().put("context", request.name().orElse("")).put("rows", 5));
    Session session =
        Session.run(
            console ->
                new CommandLine(new RootCommand()).addSubcommand(ContextsCommand.of(console, view)),
            "contexts",
            "show",
            "lab",
            "--store",
            "/s");
    assertThat(session.out(), is("context  lab\nrows     5\n"));
  }

  @Test
  void groupWithoutSubcommandIsUsage() {
    assertThat(workflows(new ArrayList<>()).exit(), is(2));
  }

  @Test
  void inspectListsLiveFiles() {
    Session session =
        Session.with(
            console -> new InspectCommand(console, new Canned()),
            "inspect",
            "--store",
            "/s",
            "--live-files",
            "--format",
            "csv");
    assertThat(session.out(), containsString("\na/b.jsonl,jsonl,3,99,seg,ff\n"));
  }

  @Test
  void inspectShowsOnePartAtATime() {
    Session session =
        Session.with(
            console -> new InspectCommand(console, new Canned()),
            "inspect",
            "--store",
            "/s",
            "--live-files",
            "--segments");
    assertThat(session.exit(), is(2));
  }

  @Test
  void validateFailsWithTheGateCodeAndCountsOnStandardError() {
    Session session =
        Session.with(
            console -> new ValidateCommand(console, ListingCommandsTest::oneViolation),
            "validate",
            "x.jsonl",
            "--format",
            "jsonl");
    assertThat(session.exit(), is(3));
    assertThat(session.out(), is("{\"rule\":\"json.syntax\",\"line\":4}\n"));
    assertThat(session.err(), containsString("2 records read, 1 accepted, 1 rejected"));
  }

  private static ValidateView.Result oneViolation(
      ValidateView.Request request, Consumer<JsonNode> violations) {
    violations.accept(object().put("rule", "json.syntax").put("line", 4));
    return new ValidateView.Result(2, 0, 1, 1, Map.of("json.syntax", 1L));
  }

  private static Session workflows(List<WorkflowsCommand.Request> requests, String... args) {
    RowsView<WorkflowsCommand.Request> view =
        request -> {
          requests.add(request);
          return request.runId().equals(Optional.of("nobody"))
              ? List.of()
              : List.of(object().put("run_id", "run-1").put("status", "FAILED"));
        };
    List<String> line = new ArrayList<>(List.of("workflows"));
    line.addAll(List.of(args));
    return Session.run(
        console ->
            new CommandLine(new RootCommand()).addSubcommand(WorkflowsCommand.of(console, view)),
        line.toArray(String[]::new));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static final class Canned implements InspectView {
    @Override
    public ObjectNode summary(Target.Place place, AsOf asOf) {
      return object().put("version", 1);
    }

    @Override
    public List<LiveFile> files(Target.Place place, AsOf asOf) {
      return List.of(new LiveFile("a/b.jsonl", "jsonl", "seg", 3, 99, "ff"));
    }

    @Override
    public List<LiveSegment> segments(Target.Place place, AsOf asOf) {
      return List.of();
    }

    @Override
    public String contract(Target.Place place, AsOf asOf) {
      return "kind: DataContract\n";
    }
  }
}
