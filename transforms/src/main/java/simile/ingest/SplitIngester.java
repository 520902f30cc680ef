package simile.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.input.InputOpener;
import simile.input.Piece;
import simile.input.Split;
import simile.input.SplitReader;
import simile.input.SplitSlab;
import simile.layout.Layout;
import simile.layout.Names;
import simile.log.CommitFencedException;
import simile.record.Position;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.record.VectorLookup;
import simile.segment.DataFile;
import simile.segment.Segment;
import simile.segment.write.SegmentWriter;
import simile.segment.write.Stages;

/**
 * Turns a split into segments: read, check, sort, write. Nothing that it writes can be seen before
 * a commit names it. Used by one thread for many splits.
 */
public final class SplitIngester {
  private final RunPlan run;
  private final CollectionPlan plan;
  private final StoreFiles files;
  private final ProgressSink progress;
  private final RandomGenerator random;
  private final CollectionWorks works;

  /**
   * Prepares the work.
   *
   * @param plan the collection that the splits are for
   * @param vectors brings vectors by id
   * @param random names attempts
   */
  public SplitIngester(
      RunPlan run,
      CollectionPlan plan,
      StoreFiles files,
      InputOpener inputs,
      VectorLookup vectors,
      ProgressSink progress,
      RandomGenerator random) {
    this.run = run;
    this.plan = plan;
    this.files = files;
    this.progress = progress;
    this.random = random;
    this.works =
        new CollectionWorks(
            plan, known -> new CollectionWork(known, run.submittedAt(), files, inputs, vectors));
  }

  /**
   * Ingests a split. Where that fails, the segments of this attempt are deleted again.
   *
   * @throws CommitFencedException if the run was cancelled meanwhile
   * @throws simile.input.InputException if the input cannot be read
   * @throws simile.input.InputChangedException if it changed since the run was submitted
   * @throws simile.log.CommitConflictException if an id exists that must not
   * @throws IOException if the store cannot be written
   */
  public SplitResult ingest(Split split) throws IOException {
    String attempt = HexFormat.of().toHexDigits(random.nextInt());
    String folder = Layout.audit(run.runId());
    String auditPath = "%s/violations-%05d-%s.jsonl".formatted(folder, split.number(), attempt);
    Stages stages = new Stages();
    Tally tally = new Tally();
    List<Segment> segments = new ArrayList<>();
    try (AuditWriter audit = new AuditWriter(files, auditPath)) {
      LineChecks checks = new LineChecks(audit, tally, Position.of(split.number(), 0));
      SlabWork work = works.begin();
      long lines;
      try (SplitReader reader = work.reader(split, LongLineChecks.of(plan, audit, checks))) {
        writeSegments(split, attempt, reader, work, checks, stages, tally, segments);
        lines = reader.linesOfLastPiece();
      }
      Optional<DataFile> audited = audit.finish();
      if (audited.isPresent()) {
        files.syncFolders(Set.of(folder));
      }
      split.pieces().forEach(piece -> tally.read(piece.storedBytes()));
      SortedMap<String, Long> nanos = stages.nanos();
      return new SplitResult(
          split.number(),
          attempt,
          work.dimension(),
          segments,
          audited.stream().toList(),
          tally,
          lines,
          checks.examples(),
          new TreeMap<>(nanos));
    } catch (IOException | RuntimeException e) {
      List<DataFile> made = segments.stream().flatMap(s -> s.files().stream()).toList();
      FailedWrite.discard(files, made.stream().map(DataFile::path).toList(), e);
      throw e;
    }
  }

  private void writeSegments(
      Split split,
      String attempt,
      SplitReader reader,
      SlabWork work,
      LineChecks checks,
      Stages stages,
      Tally tally,
      List<Segment> segments)
      throws IOException {
    String folder = Layout.collection(plan.key().context(), plan.key().collection());
    SegmentWriter writer = new SegmentWriter(files, folder, plan.segments(), stages);
    progress.begin(Integer.toString(split.number()));
    for (int part = 0; ; part++) {
      progress.requireWanted(run.runId());
      Optional<SplitSlab> slab = stages.time("read", reader::next);
      if (slab.isEmpty()) {
        return;
      }
      RecordBatch batch = stages.time("check", () -> work.check(slab.get(), checks));
      SortedRows sorted = stages.time("sort", () -> SortedRows.of(batch));
      Judged judged = stages.time("merge", () -> work.judge(slab.get(), batch, sorted, checks));
      tally.records(batch);
      tally.skipped(judged.left());
      tally.merged(judged.merged());
      String name =
          "%s-%05d-%02d-%s".formatted(Names.fileStem(run.runId()), split.number(), part, attempt);
      writer
          .write(name, judged.batch(), judged.rows())
          .ifPresent(
              segment -> {
                segments.add(segment);
                long bytes = segment.files().stream().mapToLong(DataFile::bytes).sum();
                tally.wrote(segment.rows(), bytes);
              });
      progress.rejected(tally.counts().rejected(), tally.violations());
      progress.add(share(split, slab.get()), slab.get().slab().lines());
    }
  }

  /**
   * The stored bytes that a slab stands for; for compressed input a guess that adds up to less than
   * the whole.
   */
  private static long share(Split split, SplitSlab slab) {
    long stored = split.pieces().stream().mapToLong(Piece::storedBytes).sum();
    int lines = slab.slab().lines();
    return lines == 0 ? 0 : Math.min(stored, slab.slab().end(lines - 1));
  }
}
