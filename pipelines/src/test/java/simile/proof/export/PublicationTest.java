package simile.proof.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.connectors.OutputFiles;
import simile.export.ExportFormat;
import simile.export.ExportManifest;
import simile.export.ExportOutcome;
import simile.export.ExportOutput;
import simile.export.ExportPlan;
import simile.export.ExportResult;
import simile.export.OutputPlace;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.DraftCommit;
import simile.proof.Folders;
import simile.proof.PlainExport;
import simile.store.Store;

/** How an export appears, once, and what may be at its place. */
class PublicationTest {
  private static final long SEED = 22;

  @TempDir Path folder;
  private Store store;
  private Path out;
  private OutputFiles files;
  private PlainExport export;

  @BeforeEach
  void live() throws IOException {
    store = Lived.store(folder.resolve("store"), SEED, 80);
    out = folder.resolve("out");
    files = OutputFiles.at(out.toString());
    export = PlainExport.of(store, ExportFormat.JSONL, out);
  }

  @Test
  void oneAttemptOfEachPartWinsAndTheOthersAreDeleted() throws IOException {
    PlainExport.of(store, ExportFormat.JSONL, folder.resolve("once")).run();
    ExportPlan plan = export.plan();
    List<ExportResult> results = new ArrayList<>();
    for (int attempt = 0; attempt < 3; attempt++) {
      results.addAll(export.write(plan, files));
    }
    Collections.shuffle(results, new Random(1));
    export.finish(plan, results, files);
    assertThat(Exported.lines(out), equalTo(Exported.lines(folder.resolve("once"))));
    assertThat(Folders.list(out), equalTo(Folders.list(folder.resolve("once"))));
    assertThat(Files.exists(out.resolve("_unfinished")), is(false));
  }

  @Test
  void endThatIsRepeatedFindsWhatTheFirstDid() throws IOException {
    ExportPlan plan = export.plan();
    List<ExportResult> results = export.write(plan, files);
    ExportOutcome first = export.finish(plan, results, files);
    List<String> names = Folders.list(out);
    assertThat(export.finish(plan, results, files), equalTo(first));
    assertThat(export.finish(plan, export.write(plan, files), files), equalTo(first));
    assertThat(
        names, equalTo(Folders.list(out).stream().filter(n -> !n.startsWith("_unf")).toList()));
    PlainExport file = export.toFile("one.jsonl");
    ExportOutcome one = file.run();
    assertThat(file.finish(file.plan(), file.write(file.plan(), files), files), equalTo(one));
  }

  @Test
  void endThatFailedAtAnyStepIsRepeated() throws IOException {
    Path fresh = folder.resolve("fresh");
    PlainExport.of(store, ExportFormat.CSV, fresh).run();
    for (int at = 1, failures = 1; failures > 0; at++) {
      Path place = folder.resolve("failing-" + at);
      PlainExport.of(store, ExportFormat.JSONL, place)
          .partitionedBy("source_domain")
          .withRun("old")
          .run();
      PlainExport failing = PlainExport.of(store, ExportFormat.CSV, place).overwriting();
      ExportPlan plan = failing.plan();
      OutputFiles plain = OutputFiles.at(place.toString());
      List<ExportResult> results = failing.write(plan, plain);
      failures = 0;
      try {
        failing.finish(plan, results, new StepOutputs(plain, failingAt(at)));
      } catch (IOException e) {
        failures++;
      }
      failing.finish(plan, results, plain);
      List<String> names =
          Folders.list(place).stream().filter(n -> !n.startsWith("_unfinished/")).toList();
      assertThat("step " + at, names, equalTo(Folders.list(fresh)));
    }
  }

  private static StepOutputs.Watcher failingAt(int at) {
    int[] left = {at};
    return (step, path) -> {
      if (--left[0] == 0) {
        throw new IOException("No space left on device");
      }
    };
  }

  @Test
  void partWithoutResultIsNoExport() throws IOException {
    ExportPlan plan = export.plan();
    List<ExportResult> results = export.write(plan, files);
    assertThrows(
        IllegalStateException.class,
        () -> export.finish(plan, results.subList(1, results.size()), files));
    assertThat(OutputPlace.look(files, plan.output()), instanceOf(OutputPlace.Free.class));
  }

  @Test
  void cancelledExportPublishesNothing() throws IOException {
    for (PlainExport one : List.of(export, export.toFile("one.jsonl"))) {
      ExportPlan plan = one.plan();
      List<ExportResult> results = one.write(plan, files);
      store.log().append(DraftCommit.fence(plan.runId(), plan.runId(), "a test"));
      assertThrows(CommitFencedException.class, () -> one.finish(plan, results, files));
      assertThat(files.exists(ExportManifest.FILE) || files.exists("one.jsonl"), is(false));
    }
  }

  @Test
  void placesAreToldApart() throws IOException {
    ExportOutput output = export.output();
    assertThat(OutputPlace.look(files, output), equalTo(new OutputPlace.Free(List.of())));
    Files.createDirectories(out.resolve("_unfinished/dead-run"));
    Files.writeString(out.resolve("_unfinished/dead-run/part-00000-0000000a.jsonl"), "half");
    assertThat(
        OutputPlace.look(files, output),
        equalTo(new OutputPlace.Free(List.of("_unfinished/dead-run/part-00000-0000000a.jsonl"))));
    Files.writeString(out.resolve("notes.txt"), "mine");
    assertThat(
        OutputPlace.look(files, output), equalTo(new OutputPlace.Taken("notes.txt", List.of())));
    Files.delete(out.resolve("notes.txt"));
    export.run();
    assertThat(OutputPlace.look(files, output), instanceOf(OutputPlace.Complete.class));
    Files.writeString(out.resolve("part-00099-of-00100.jsonl"), "mine");
    assertThat(OutputPlace.look(files, output), instanceOf(OutputPlace.Taken.class));
    Path plain = Files.writeString(folder.resolve("plain"), "a file");
    assertThrows(
        NotDirectoryException.class,
        () -> OutputPlace.look(OutputFiles.at(plain.toString()), output));
  }

  @Test
  void manifestThatIsNoneOrLeadsOutIsSomethingElse() throws IOException {
    export.run();
    Path manifest = out.resolve(ExportManifest.FILE);
    String whole = Files.readString(manifest);
    for (String broken :
        List.of(
            "",
            "{}",
            "[]",
            whole.replace("simile-export", "other"),
            whole.replace("part-00000", "../part-00000"),
            whole.replace("\"jsonl\"", "\"odd\""))) {
      Files.writeString(manifest, broken);
      assertThat(
          broken,
          OutputPlace.look(files, export.overwriting().output()),
          instanceOf(OutputPlace.Taken.class));
    }
  }

  @Test
  void whatComesThereMeanwhileStays() throws IOException {
    ExportPlan plan = export.plan();
    List<ExportResult> results = export.write(plan, files);
    export.withRun("faster").run();
    List<String> lines = Exported.lines(out);
    CommitConflictException lost =
        assertThrows(CommitConflictException.class, () -> export.finish(plan, results, files));
    assertThat(lost.getMessage(), containsString("faster"));
    assertThat(Exported.lines(out), not(empty()));
    assertThat(lines.size(), is(greaterThan(20)));
    PlainExport file = export.toFile("one.jsonl");
    ExportPlan filePlan = file.plan();
    List<ExportResult> pieces = file.write(filePlan, files);
    Files.write(out.resolve("one.jsonl"), "mine".getBytes(UTF_8));
    assertThrows(CommitConflictException.class, () -> file.finish(filePlan, pieces, files));
    assertThat(Files.readString(out.resolve("one.jsonl")), is("mine"));
  }

  @Test
  void overwritingLeavesNothingOfTheOldExport() throws IOException {
    PlainExport.of(store, ExportFormat.JSONL, out).partitionedBy("source_domain").run();
    PlainExport csv = PlainExport.of(store, ExportFormat.CSV, out).overwriting().withRun("second");
    csv.run();
    assertThat(Exported.lines(out), empty());
    PlainExport.of(store, ExportFormat.CSV, folder.resolve("fresh")).run();
    assertThat(Folders.list(out), equalTo(Folders.list(folder.resolve("fresh"))));
  }
}
