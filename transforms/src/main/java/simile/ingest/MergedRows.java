package simile.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.conflict.Verdicts;
import simile.contract.check.RecordChecker;
import simile.contract.rule.Violation;
import simile.input.SplitSlab;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.SortedRows;
import simile.record.VectorLookup;

/**
 * Makes the batch that is written where records were merged: merged lines in the place of those
 * that came, each checked against the contract again.
 */
final class MergedRows {
  private final RecordChecker checker;
  private final VectorLookup vectors;

  MergedRows(RecordChecker checker, VectorLookup vectors) {
    this.checker = checker;
    this.vectors = vectors;
  }

  Judged of(
      SplitSlab slab, RecordBatch batch, SortedRows rows, Verdicts verdicts, LineChecks checks)
      throws IOException {
    if (!verdicts.mergesAny()) {
      SortedRows kept = rows.keep(batch, verdicts.written());
      return new Judged(batch, kept, rows.size() - kept.size());
    }
    List<Line> lines = lines(batch, rows, verdicts);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lines.forEach(line -> bytes.write(line.bytes(), line.start(), line.length()));
    RecordBatchBuilder builder =
        RecordBatch.builder(batch.schema(), bytes.toByteArray(), batch.submittedAt())
            .vectorsFrom(vectors);
    Set<String> refused = check(slab, batch, lines, bytes.toByteArray(), builder, checks);
    RecordBatch made = builder.build();
    int merged = (int) lines.stream().filter(Line::merged).count() - refused.size();
    return new Judged(made, SortedRows.of(made), rows.size() - lines.size(), merged, refused);
  }

  /** A line of the new batch, and the row that it stands for. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Line(int row, boolean merged, byte[] bytes, int start, int length) {}

  private static List<Line> lines(RecordBatch batch, SortedRows rows, Verdicts verdicts) {
    List<Line> lines = new ArrayList<>();
    BitSet written = verdicts.written();
    for (int rank = 0; rank < rows.size(); rank++) {
      int row = rows.row(rank);
      Optional<byte[]> merged = verdicts.merged(rank);
      if (merged.isPresent()) {
        lines.add(new Line(row, true, merged.get(), 0, merged.get().length));
      } else if (written.get(rank)) {
        int start = batch.lineStart(row);
        lines.add(new Line(row, false, batch.bytes(), start, batch.lineLength(row)));
      }
    }
    return lines;
  }

  /**
   * Adds the lines to the new batch.
   *
   * @return the ids of those that are rejected; only merged ones can be, the others were checked
   */
  private Set<String> check(
      SplitSlab slab,
      RecordBatch batch,
      List<Line> lines,
      byte[] bytes,
      RecordBatchBuilder builder,
      LineChecks checks)
      throws IOException {
    int start = 0;
    Set<String> refused = new HashSet<>();
    for (Line line : lines) {
      List<Violation> found = new ArrayList<>();
      int end = start + line.length();
      long position = batch.position(line.row());
      boolean accepted = checker.check(bytes, start, end, position, builder, found::add);
      if (!accepted) {
        checks.rejectMerged(slab, batch.lineStart(line.row()), found);
        refused.add(batch.id(line.row()));
      }
      start = end;
    }
    return refused;
  }
}
