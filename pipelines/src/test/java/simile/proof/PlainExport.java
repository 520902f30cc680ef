package simile.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import simile.connectors.OutputFiles;
import simile.export.ExportFinisher;
import simile.export.ExportFormat;
import simile.export.ExportOutcome;
import simile.export.ExportOutput;
import simile.export.ExportPart;
import simile.export.ExportPlan;
import simile.export.ExportResult;
import simile.export.ExportShape;
import simile.export.ExportSource;
import simile.export.OutputClaim;
import simile.export.PartExporter;
import simile.ingest.ProgressSink;
import simile.jsonl.Compression;
import simile.merge.KeyRanges;
import simile.query.Criteria;
import simile.query.CriteriaJson;
import simile.record.IdRange;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/**
 * An export without a runner: one thread, part after part, then the end.
 *
 * @param store the store
 * @param runId the run
 * @param output where it goes
 * @param shape how it is written
 * @param criteria what records must meet
 * @param entries of key files, in a part, about
 */
public record PlainExport(
    Store store,
    String runId,
    ExportOutput output,
    ExportShape shape,
    Criteria criteria,
    long entries) {
  private static final Instant SUBMITTED = Instant.parse("2026-01-02T03:04:05Z");

  /** An export of everything to a folder, a part for each few records. */
  public static PlainExport of(Store store, ExportFormat format, Path folder) {
    return new PlainExport(
        store,
        "export-1",
        new ExportOutput(folder.toString(), "", false),
        new ExportShape(format, format.compressions().get(0), true, ""),
        Criteria.ALL,
        40);
  }

  /** The same to one file, which is below the folder. */
  public PlainExport toFile(String name) {
    return with(new ExportOutput(output.folder(), name, output.overwrite()), shape);
  }

  public PlainExport overwriting() {
    return with(new ExportOutput(output.folder(), output.file(), true), shape);
  }

  public PlainExport compressed(Compression compression) {
    return with(
        output,
        new ExportShape(shape.format(), compression, shape.embeddings(), shape.partitionBy()));
  }

  public PlainExport partitionedBy(String field) {
    return with(
        output, new ExportShape(shape.format(), shape.compression(), shape.embeddings(), field));
  }

  public PlainExport withRun(String other) {
    return new PlainExport(store, other, output, shape, criteria, entries);
  }

  public PlainExport matching(Criteria other) {
    return new PlainExport(store, runId, output, shape, other, entries);
  }

  private PlainExport with(ExportOutput newOutput, ExportShape newShape) {
    return new PlainExport(store, runId, newOutput, newShape, criteria, entries);
  }

  /** Runs it to its end. */
  public ExportOutcome run() throws IOException {
    return run(OutputFiles.at(output.folder()));
  }

  /** The same, through other files. */
  public ExportOutcome run(OutputFiles files) throws IOException {
    ExportPlan plan = plan();
    return finish(plan, write(plan, files), files);
  }

  /** Ends it. */
  public ExportOutcome finish(ExportPlan plan, List<ExportResult> results, OutputFiles files)
      throws IOException {
    return new ExportFinisher(plan, store, files).finish(results);
  }

  /** Claims the place as a job does, and writes every part once. */
  public List<ExportResult> write(ExportPlan plan, OutputFiles files) throws IOException {
    new OutputClaim(store.files().root())
        .write(OutputFiles.at(output.folder()), output.unfinished(runId));
    PartExporter exporter = new PartExporter(plan, read(), store.files(), files, new Random());
    List<ExportResult> results = new ArrayList<>();
    for (ExportPart part : plan.parts()) {
      results.add(exporter.export(part, ProgressSink.NONE));
    }
    return results;
  }

  /** The plan. */
  public ExportPlan plan() throws IOException {
    CollectionSnapshot read = read();
    List<ExportPart> parts = new ArrayList<>();
    List<IdRange> ranges =
        shape.format() == ExportFormat.SQLITE && output.isFile()
            ? List.of(IdRange.ALL)
            : KeyRanges.cut(store.files(), read.segments(), entries);
    ranges.forEach(range -> parts.add(new ExportPart(parts.size(), range)));
    return new ExportPlan(
        runId,
        "0".repeat(64),
        new ExportSource(
            store.files().root(),
            "default",
            "analogies",
            read.version(),
            store.log().read(read.version()).committedAt()),
        CriteriaJson.write(criteria),
        shape,
        output,
        parts,
        SUBMITTED,
        "none");
  }

  private CollectionSnapshot read() throws IOException {
    return store.snapshot(AsOf.latest()).collection("default", "analogies");
  }
}
