package simile.proof.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.bundle.Bundle;
import simile.bundle.open.OpenBundle;
import simile.connectors.OutputFiles;
import simile.export.BundleFinisher;
import simile.export.BundlePlan;
import simile.export.ExportFormat;
import simile.export.ExportOutcome;
import simile.export.ExportOutput;
import simile.export.ExportPart;
import simile.export.ExportPlan;
import simile.export.ExportResult;
import simile.export.ExportShape;
import simile.export.OutputClaim;
import simile.export.OutputPlace;
import simile.export.PartExporter;
import simile.ingest.ProgressSink;
import simile.jsonl.Compression;
import simile.proof.PlainExport;
import simile.query.Criteria;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/**
 * The export of a bundle that dies at any step leaves nothing that looks complete, the next one
 * ends well, and so does an end that is repeated.
 */
class BundleCrashTest {
  private static final long SEED = 22;

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void live() throws IOException {
    store = Lived.store(folder.resolve("store"), SEED, 60);
  }

  @Test
  void deathAtAnyStepOfAFolder() throws IOException {
    Set<String> seen = dieAtEachStep("");
    assertThat(seen, hasItems("create", "written half", "closed", "move", "moved", "replaced"));
  }

  @Test
  void deathAtAnyStepOfAnArchive() throws IOException {
    assertThat(dieAtEachStep("b.tar"), hasItems("create", "closed", "move", "moved"));
  }

  @Test
  void anEndThatIsRepeatedAfterItsLastStepFindsWhatTheFirstDid() throws IOException {
    for (String name : List.of("", "b.tar")) {
      Path place = Files.createDirectory(folder.resolve(name + "twice"));
      OutputFiles files = OutputFiles.at(place.toString());
      BundlePlan plan = plan(output(name, place));
      List<ExportResult> results = parts(plan, files, SEED);
      ExportOutcome first = new BundleFinisher(plan, store, files).finish(results);
      assertThat(new BundleFinisher(plan, store, files).finish(results), is(first));
      parts(plan, files, SEED + 1); // of a runner that repeats everything
      assertThat(new BundleFinisher(plan, store, files).finish(results), is(first));
    }
  }

  private Set<String> dieAtEachStep(String name) throws IOException {
    Bundle whole = end(name, "whole", (step, path) -> {});
    Set<String> seen = new TreeSet<>();
    for (int at = 1; ; at++) {
      Path place = Files.createDirectory(folder.resolve(name + "died-" + at));
      String[] step = {""};
      int[] left = {at};
      try {
        run(name, place, (reached, path) -> dieAt(left, step, reached));
        return seen;
      } catch (Dead e) {
        seen.add(step[0]);
      }
      String where = "step " + at + ", " + step[0];
      Path made = name.isEmpty() ? place : place.resolve(name);
      if (OpenBundle.isBundle(made) && !Files.exists(made.resolve(ExportOutput.UNFINISHED))) {
        assertThat(where, open(made), is(whole));
      } else {
        assertThat(where, again(name, place), is(whole));
      }
    }
  }

  /** The next run, as the job does it: deletes what is left, and starts again. */
  private Bundle again(String name, Path place) throws IOException {
    OutputFiles files = OutputFiles.at(place.toString());
    OutputPlace left = OutputPlace.look(files, output(name, place));
    assertThat(left instanceof OutputPlace.Free, is(true));
    for (String path : left.leftovers()) {
      files.delete(path);
    }
    run(name, place, (step, path) -> {});
    return open(name.isEmpty() ? place : place.resolve(name));
  }

  private Bundle end(String name, String where, StepOutputs.Watcher watcher) throws IOException {
    Path place = Files.createDirectory(folder.resolve(name + where));
    run(name, place, watcher);
    return open(name.isEmpty() ? place : place.resolve(name));
  }

  private Bundle open(Path made) throws IOException {
    try (OpenBundle open = OpenBundle.open(made, folder.resolve("temporary"))) {
      return open.bundle();
    }
  }

  private void run(String name, Path place, StepOutputs.Watcher watcher) throws IOException {
    OutputFiles files = new StepOutputs(OutputFiles.at(place.toString()), watcher);
    BundlePlan plan = plan(output(name, place));
    new OutputClaim(store.files().root())
        .write(OutputFiles.at(place.toString()), plan.output().unfinished(plan.runId()));
    new BundleFinisher(plan, store, files).finish(parts(plan, files, SEED));
  }

  private List<ExportResult> parts(BundlePlan plan, OutputFiles files, long seed)
      throws IOException {
    List<ExportResult> results = new ArrayList<>();
    for (ExportPlan export : plan.exports()) {
      PartExporter exporter =
          new PartExporter(export, read(), store.files(), files, new Random(seed));
      for (ExportPart part : export.parts()) {
        results.add(exporter.export(part, ProgressSink.NONE));
      }
    }
    return results;
  }

  private BundlePlan plan(ExportOutput output) throws IOException {
    List<ExportPlan> exports = new ArrayList<>();
    int parts = 0;
    for (ExportFormat format : List.of(ExportFormat.JSONL, ExportFormat.NPZ)) {
      ExportShape shape = new ExportShape(format, Compression.NONE, false, "");
      ExportPlan plan = new PlainExport(store, "b", output, shape, Criteria.ALL, 40).plan();
      int first = parts;
      List<ExportPart> own =
          plan.parts().stream().map(p -> new ExportPart(first + p.number(), p.range())).toList();
      parts += own.size();
      exports.add(
          new ExportPlan(
              plan.runId(),
              plan.argumentsSha256(),
              plan.source(),
              plan.criteriaJson(),
              shape,
              output,
              own,
              plan.submittedAt(),
              plan.runner()));
    }
    ExportPlan any = exports.get(0);
    return new BundlePlan(
        "b",
        store.files().root(),
        any.source().context(),
        any.source().version(),
        any.source().committedAt(),
        Bundle.NO_LICENSE,
        2,
        output,
        exports,
        any.submittedAt(),
        "none");
  }

  private CollectionSnapshot read() throws IOException {
    return store.snapshot(AsOf.latest()).collection("default", "analogies");
  }

  private static ExportOutput output(String name, Path place) {
    return new ExportOutput(place.toString(), name, false);
  }

  private static void dieAt(int[] left, String[] step, String reached) {
    left[0]--;
    step[0] = left[0] == 0 ? reached : step[0];
    if (left[0] <= 0) {
      throw new Dead();
    }
  }

  /** The process is gone; an error, so that nothing handles it. */
  private static final class Dead extends Error {
    private static final long serialVersionUID = 1L;
  }
}
