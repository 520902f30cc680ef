package simile.delete;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.jsonl.Compression;
import simile.layout.Layout;
import simile.layout.Names;
import simile.merge.KeyLookup;
import simile.merge.SegmentSources;
import simile.record.Position;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.DataFile;
import simile.segment.Segment;
import simile.segment.write.SegmentOptions;
import simile.segment.write.SegmentWriter;
import simile.segment.write.Stages;
import simile.store.CollectionSnapshot;

/** Writes the tombstones of one attempt at a part, a segment for so many, and counts them. */
final class TombstoneSegments implements IdLines.Sink {
  private static final SegmentOptions OPTIONS = new SegmentOptions(Compression.NONE, false);

  private final DeletePlan plan;
  private final StoreFiles files;
  private final CollectionSnapshot read;
  private final int part;
  private final String attempt;
  private final List<Segment> segments = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private Tombstones pending;
  private long asked;
  private long blank;
  private long live;
  private long notFound;
  private long bytesRead;

  TombstoneSegments(
      DeletePlan plan, StoreFiles files, CollectionSnapshot read, int part, String attempt) {
    this.plan = plan;
    this.files = files;
    this.read = read;
    this.part = part;
    this.attempt = attempt;
    this.pending = new Tombstones(plan.collection());
  }

  /** Deletes an id, whether it has a record or not: one may be committed before the delete is. */
  @Override
  public void id(String id) throws IOException {
    add(id, 0, Position.of(part, asked));
  }

  @Override
  public void blank() {
    blank++;
  }

  void bytesRead(long bytes) {
    bytesRead += bytes;
  }

  /** Deletes a record that was found in the version read. */
  void matched(String id, long commit, long position) throws IOException {
    live++;
    add(id, commit, position);
  }

  DeleteResult finish() throws IOException {
    flush();
    DeleteCounts counts = new DeleteCounts(asked, blank, live, notFound, bytesRead);
    return new DeleteResult(part, attempt, segments, counts, missing);
  }

  /** Deletes what this attempt wrote. */
  void discard(Exception failure) {
    FailedWrite.discard(
        files,
        segments.stream().flatMap(s -> s.files().stream()).map(DataFile::path).toList(),
        failure);
  }

  private void add(String id, long commit, long position) throws IOException {
    pending.add(id, commit, position);
    asked++;
    if (pending.isFull()) {
      flush();
    }
  }

  private void flush() throws IOException {
    RecordBatch batch = pending.batch();
    pending = new Tombstones(plan.collection());
    if (!plan.isByCriteria()) {
      lookUp(batch);
    }
    String name =
        "%s-%05d-%02d-%s".formatted(Names.fileStem(plan.runId()), part, segments.size(), attempt);
    String folder = Layout.collection(plan.context(), plan.collection());
    new SegmentWriter(files, folder, OPTIONS, new Stages())
        .write(name, batch)
        .ifPresent(segments::add);
  }

  private void lookUp(RecordBatch batch) throws IOException {
    SortedRows rows = SortedRows.of(batch);
    if (rows.size() == 0) {
      return;
    }
    String least = batch.id(rows.row(0));
    String greatest = batch.id(rows.row(rows.size() - 1));
    try (SegmentSources sources = SegmentSources.open(files, read.segments(), least, greatest)) {
      KeyLookup lookup = new KeyLookup(sources.list());
      for (int rank = 0; rank < rows.size(); rank++) {
        int row = rows.row(rank);
        byte[] id = Arrays.copyOfRange(batch.ids(), batch.idStart(row), batch.idEnd(row));
        count(batch.id(row), lookup.findLive(id).isPresent());
      }
    }
  }

  private void count(String id, boolean isLive) {
    if (isLive) {
      live++;
      return;
    }
    notFound++;
    if (missing.size() < DeleteResult.NAMED) {
      missing.add(id);
    }
  }
}
