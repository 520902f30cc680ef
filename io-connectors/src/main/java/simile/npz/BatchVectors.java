package simile.npz;

import simile.record.RecordBatch;
import simile.record.SortedRows;

/** The records of a batch that have vectors, sorted by id. */
final class BatchVectors implements VectorSource {
  private final RecordBatch batch;
  private final int[] rows;
  private final int count;

  BatchVectors(RecordBatch batch, SortedRows sorted) {
    this.batch = batch;
    this.rows = new int[Math.min(sorted.records(), batch.vectorCount())];
    int kept = 0;
    for (int rank = 0; rank < sorted.size(); rank++) {
      int row = sorted.row(rank);
      if (batch.hasVector(row) && !batch.isDeletion(row)) {
        rows[kept++] = row;
      }
    }
    count = kept;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int dimension() {
    return batch.schema().dimension().orElse(0);
  }

  @Override
  public byte[] idBytes(int i) {
    return batch.ids();
  }

  @Override
  public int idStart(int i) {
    return batch.idStart(rows[i]);
  }

  @Override
  public int idEnd(int i) {
    return batch.idEnd(rows[i]);
  }

  @Override
  public float[] vectorValues(int i) {
    return batch.vectors();
  }

  @Override
  public int vectorStart(int i) {
    return batch.vectorOffset(rows[i]);
  }
}
