package simile.ingest;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;
import simile.conflict.BaseRecords;
import simile.log.CommitConflictException;
import simile.merge.LiveRows;
import simile.record.RecordBatch;
import simile.record.SortedRows;

/** Judges the rows of a run by whether their ids exist in the version that its plan read. */
final class ExistingIds {
  private static final int NAMED = 5;

  private final CollectionPlan plan;
  private final BaseRecords base;

  ExistingIds(CollectionPlan plan, BaseRecords base) {
    this.plan = plan;
    this.base = base;
  }

  /**
   * The rows that may be written.
   *
   * @throws CommitConflictException if an id exists that must not
   */
  SortedRows judge(RecordBatch batch, SortedRows rows) throws IOException {
    if (rows.size() == 0) {
      return rows;
    }
    BitSet fresh = fresh(batch, rows);
    if (fresh.cardinality() == rows.size()) {
      return rows;
    }
    if (plan.merging().mode() == MergeMode.FAIL_ON_EXISTING) {
      throw new CommitConflictException(clash(batch, rows, fresh));
    }
    return rows.keep(batch, fresh);
  }

  /** The ranks of ids that have no live record. */
  private BitSet fresh(RecordBatch batch, SortedRows rows) throws IOException {
    BitSet fresh = new BitSet(rows.size());
    String least = batch.id(rows.row(0));
    String greatest = batch.id(rows.row(rows.size() - 1));
    try (LiveRows live = base.open(least, greatest)) {
      for (int rank = 0; rank < rows.size(); rank++) {
        int row = rows.row(rank);
        byte[] id = Arrays.copyOfRange(batch.ids(), batch.idStart(row), batch.idEnd(row));
        fresh.set(rank, live.find(id).isEmpty());
      }
    }
    return fresh;
  }

  private String clash(RecordBatch batch, SortedRows rows, BitSet fresh) {
    BitSet clashes = new BitSet(rows.size());
    clashes.set(0, rows.size());
    clashes.andNot(fresh);
    String few =
        clashes.stream()
            .limit(NAMED)
            .mapToObj(rank -> "'" + batch.id(rows.row(rank)) + "'")
            .collect(Collectors.joining(", "));
    int count = clashes.cardinality();
    return "nothing was committed: version %d has records with ids of the input: %s%s; leave them out, or use --merge latest to replace them or skip-existing to keep them"
        .formatted(
            plan.merging().baseVersion(),
            few,
            count > NAMED ? " and " + (count - NAMED) + " more" : "");
  }
}
