package simile.ingest;

import java.util.Set;
import simile.record.RecordBatch;
import simile.record.SortedRows;

/**
 * What of a slab is written.
 *
 * @param batch the batch that was checked, or another one where records were merged
 * @param rows its rows that are written
 * @param left how many accepted rows are left out, since the store keeps what it has
 * @param merged how many of the rows are made of an incoming and a stored record
 * @param refused the ids of records that break the contract once they are merged
 */
record Judged(RecordBatch batch, SortedRows rows, int left, int merged, Set<String> refused) {

  /** Where nothing was merged. */
  Judged(RecordBatch batch, SortedRows rows, int left) {
    this(batch, rows, left, 0, Set.of());
  }
}
