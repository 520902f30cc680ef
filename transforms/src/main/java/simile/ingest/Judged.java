package simile.ingest;

import simile.record.RecordBatch;
import simile.record.SortedRows;

/**
 * What of a slab is written.
 *
 * @param batch the batch that was checked, or another one where records were merged
 * @param rows its rows that are written
 * @param left how many accepted rows are left out, since the store keeps what it has
 * @param merged how many of the rows are made of an incoming and a stored record
 */
record Judged(RecordBatch batch, SortedRows rows, int left, int merged) {}
