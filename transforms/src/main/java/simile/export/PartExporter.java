package simile.export;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import simile.connectors.OutputFiles;
import simile.files.StoreFiles;
import simile.ingest.ProgressSink;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.store.CollectionSnapshot;

/**
 * Merges a part of an export and writes it. Nothing that it writes looks complete. Used by one
 * thread for many parts.
 */
public final class PartExporter {
  /** So many records, and progress is told. */
  private static final int ROWS_A_NOTE = 1 << 12;

  private static final int MAX_THREADS = 4;

  private final ExportPlan plan;
  private final CollectionSnapshot read;
  private final OutputFiles files;
  private final RowSinks sinks;
  private final RandomGenerator random;

  /**
   * Prepares the work.
   *
   * @param read the collection as of the plan's version
   * @param store the files of its store
   * @param files the output's folder
   * @param random names attempts
   */
  public PartExporter(
      ExportPlan plan,
      CollectionSnapshot read,
      StoreFiles store,
      OutputFiles files,
      RandomGenerator random)
      throws IOException {
    this.plan = plan;
    this.read = read;
    this.files = files;
    this.sinks = Formats.of(plan.shape(), read, store, files);
    this.random = random;
  }

  /**
   * Exports a part. Where that fails, what this attempt wrote is deleted again.
   *
   * @param progress is told of records as they are written
   * @throws simile.log.CommitFencedException if the run was cancelled
   * @throws IOException if the store cannot be read or the output cannot be written
   */
  public ExportResult export(ExportPart part, ProgressSink progress) throws IOException {
    String attempt = HexFormat.of().toHexDigits(random.nextInt());
    try (Rows rows = rows(part);
        PartWriter writer = writer(part, attempt)) {
      Notes notes = new Notes(plan.runId(), progress);
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        notes.add(row.get().utf8().length);
        if (isWanted(row.get())) {
          writer.add(row.get());
        }
      }
      notes.tell();
      return new ExportResult(part.number(), attempt, writer.finish());
    }
  }

  /** One part alone has no others beside it that keep the processors at work. */
  private Rows rows(ExportPart part) throws IOException {
    Query query = Query.of(plan.criteria()).withVectors(plan.shape().readsVectors());
    int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    return plan.parts().size() == 1 ? read.query(query, threads) : read.query(query, part.range());
  }

  private boolean isWanted(Row row) {
    return plan.shape().format() != ExportFormat.NPZ || row.vector().isPresent();
  }

  private PartWriter writer(ExportPart part, String attempt) {
    String stem = "%s/part-%05d-%s".formatted(plan.unfinished(), part.number(), attempt);
    String suffix = plan.shape().suffix();
    String field = plan.shape().partitionBy();
    return plan.shape().isPartitioned()
        ? new PartitionedPart(
            files,
            sinks,
            part.number(),
            stem,
            suffix,
            taker -> new PartitionFinder(read.schema(), field, taker))
        : new WholePart(sinks, part.number(), stem + suffix, plan.isPieces());
  }

  /** Tells of many records at once, and looks whether the run is still wanted. */
  private static final class Notes {
    private final String runId;
    private final ProgressSink progress;
    private long bytes;
    private long rows;

    Notes(String runId, ProgressSink progress) {
      this.runId = runId;
      this.progress = progress;
    }

    void add(int rowBytes) throws IOException {
      bytes += rowBytes + 1L;
      rows++;
      if (rows == ROWS_A_NOTE) {
        tell();
      }
    }

    void tell() throws IOException {
      progress.requireWanted(runId);
      progress.add(bytes, rows);
      bytes = 0;
      rows = 0;
    }
  }
}
