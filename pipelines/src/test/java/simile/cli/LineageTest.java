package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.lineage.OpenLineageReader;
import simile.proof.Lines;

/** What runs tell a lineage service. */
class LineageTest {
  private static final int RECORDS = 12;

  @TempDir Path folder;
  private Path store;
  private Path input;
  private Path events;

  @BeforeEach
  void places() throws IOException {
    store = folder.resolve("store");
    input = Files.write(folder.resolve("in.jsonl"), Lines.analogies(RECORDS));
    events = folder.resolve("lineage/events.jsonl");
  }

  @Test
  void anIngestTellsItsFilesAndWhatBecameOfThem() throws IOException {
    List<RunEvent> told = tell(0, "ingest", "--input", input.toString());
    assertThat(types(told), contains(EventType.START, EventType.COMPLETE));
    assertThat(told.get(0).getRun().getRunId(), is(told.get(1).getRun().getRunId()));
    for (RunEvent event : told) {
      assertThat(event.getJob().getNamespace(), is("simile"));
      assertThat(event.getJob().getName(), is("analogy_creation.default.analogies"));
      assertThat(event.getInputs(), hasSize(1));
      assertThat(event.getInputs().get(0).getNamespace(), is("file"));
      assertThat(event.getInputs().get(0).getName(), is(input.toString()));
      assertThat(
          event.getInputs().get(0).getInputFacets().getInputStatistics().getSize(),
          is(Files.size(input)));
    }
    OutputDataset output = output(told);
    assertThat(output.getName(), is(store + "/contexts/default/analogies"));
    assertThat(output.getOutputFacets().getOutputStatistics().getRowCount(), is((long) RECORDS));
    assertThat(output.getFacets().getVersion().getDatasetVersion(), is("1"));
    assertThat(output.getFacets().getSchema().getFields().get(0).getName(), is("id"));
  }

  @Test
  void otherRunsTellTheirs() throws IOException {
    run("ingest", "--input", input.toString());
    List<RunEvent> delete = tell(0, "delete", "--id", "a0");
    assertThat(types(delete), contains(EventType.START, EventType.COMPLETE));
    assertThat(
        delete.get(0).getInputs().get(0).getFacets().getVersion().getDatasetVersion(), is("1"));
    assertThat(output(delete).getFacets().getVersion().getDatasetVersion(), is("2"));

    run("ingest", "--input", input.toString());
    List<RunEvent> compact = tell(0, "compact", "--full");
    assertThat(compact.get(1).getJob().getName(), is("compaction.all.all"));
    assertThat(rows(compact), is((long) RECORDS));

    Path exported = folder.resolve("out.jsonl");
    List<RunEvent> export = tell(0, "export", "--format", "jsonl", "--output", exported.toString());
    assertThat(output(export).getName(), is(exported.toString()));
    assertThat(rows(export), is((long) RECORDS));
    assertThat(
        output(export).getOutputFacets().getOutputStatistics().getSize(), is(Files.size(exported)));

    store = folder.resolve("other");
    List<RunEvent> imported = tell(0, "import", "--input", exported.toString());
    assertThat(imported.get(1).getInputs().get(0).getName(), is(exported.toString()));
    assertThat(rows(imported), is((long) RECORDS));
  }

  @Test
  void anExportOfABundleTellsWhatItPublished() throws IOException {
    run("ingest", "--input", input.toString());
    Path bundle = folder.resolve("all.tar");
    List<RunEvent> export = tell(0, "export", "--format", "bundle", "--output", bundle.toString());
    assertThat(output(export).getName(), is(bundle.toString()));
    assertThat(rows(export), is((long) RECORDS));
  }

  @Test
  void aRunThatFailsSaysWhy() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{}\n");
    List<RunEvent> gate = tell(3, "ingest", "--input", bad.toString(), "--max-violations", "0");
    assertThat(types(gate), contains(EventType.START, EventType.FAIL));
    assertThat(
        gate.get(1).getRun().getFacets().getErrorMessage().getMessage(),
        containsString("rejected"));
    run("ingest", "--input", input.toString());
    List<RunEvent> conflict =
        tell(5, "ingest", "--input", input.toString(), "--merge", "fail-on-existing");
    assertThat(types(conflict), contains(EventType.START, EventType.FAIL));
    assertThat(
        conflict.get(1).getRun().getFacets().getErrorMessage().getMessage(), containsString("a0"));
  }

  @Test
  void aServiceThatIsDownFailsNoRun() throws IOException {
    String nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = "http://127.0.0.1:" + socket.getLocalPort();
    }
    Session session = run("ingest", "--input", input.toString(), "--lineage", nobody);
    assertThat(session.err(), session.exit(), is(0));
    assertThat(session.err(), containsString("simile: lineage: the START event"));
    assertThat(session.err(), containsString("simile: lineage: the COMPLETE event"));
    assertThat(session.err(), containsString(nobody));
  }

  @Test
  void aFileThatCannotBeWrittenFailsNoRun() throws IOException {
    Session session =
        run("ingest", "--input", input.toString(), "--lineage", input + "/events.jsonl");
    assertThat(session.err(), session.exit(), is(0));
    assertThat(session.err(), containsString("simile: lineage: the START event"));
  }

  @Test
  void aPlaceThatIsNoneIsWrongUsage() {
    Session session = run("ingest", "--input", input.toString(), "--lineage", "ftp://a/b");
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString("--lineage"));
    assertThat(Files.exists(store), is(false));
  }

  @Test
  void theRecordedCommandTellsItsRunsToo() throws IOException {
    tell(0, "ingest", "--input", input.toString(), "--run-id", "first");
    String workflow = Files.readString(store.resolve("workflows/first.json"));
    assertThat(workflow, containsString("--lineage"));
    assertThat(workflow, containsString(events.toString()));
  }

  private Session run(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command, "--store", store.toString()));
    all.addAll(List.of(words));
    return Session.of(all.toArray(String[]::new));
  }

  /** Runs a command, and reads what it told. */
  private List<RunEvent> tell(int exit, String command, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--lineage", events.toString()));
    Session session = run(command, all.toArray(String[]::new));
    assertThat(session.err(), session.exit(), is(exit));
    List<RunEvent> told = new ArrayList<>();
    for (String line : Files.readAllLines(events)) {
      told.add(OpenLineageReader.read(line));
    }
    Files.delete(events);
    return told;
  }

  private static List<EventType> types(List<RunEvent> events) {
    return events.stream().map(RunEvent::getEventType).toList();
  }

  private static OutputDataset output(List<RunEvent> events) {
    assertThat(events.get(events.size() - 1).getOutputs(), hasSize(1));
    return events.get(events.size() - 1).getOutputs().get(0);
  }

  private static long rows(List<RunEvent> events) {
    return output(events).getOutputFacets().getOutputStatistics().getRowCount();
  }
}
