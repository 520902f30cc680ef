package simile.rewrite;

import java.util.Arrays;
import java.util.Set;
import simile.json.MalformedJsonException;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;

/**
 * Collects stored rows and deletions, in any order, for {@code SegmentWriter} to write again. Each
 * keeps the commit and the position that it is given, and its line byte for byte. Whoever fills it
 * asks {@link #bytes} when to stop. Used by one thread.
 */
public final class RewriteBatch {
  private static final int MAX_SLAB = Integer.MAX_VALUE - 16;
  private static final int FIRST_SLAB = 1 << 12;

  private final RecordBatchBuilder builder;
  private final RowParser parser;
  private final int vectorBytes;
  private byte[] slab;
  private int used;
  private long bytes;

  /**
   * Starts an empty batch.
   *
   * @param schema what the rows are written by
   * @param unstored fields that the contract describes and the schema does not store, so that they
   *     are not unknown: {@code type}, if the contract has it
   * @param slabBytes how many bytes of lines are expected; more fit, but at the price of a copy
   */
  public RewriteBatch(Schema schema, Set<String> unstored, int slabBytes) {
    slab = new byte[Math.max(FIRST_SLAB, slabBytes)];
    builder = RecordBatch.builder(schema, slab, "");
    parser = new RowParser(schema, unstored);
    vectorBytes = Float.BYTES * schema.dimension().orElse(0);
  }

  /**
   * Adds a record without a vector.
   *
   * @param line holds the stored line in {@code [start, start + length)}, without its line end; is
   *     copied
   * @param id the decoded id, UTF-8, in its first {@code idLength} bytes
   * @param commit the version that the row belongs to; 0 for the commit that will add the segment
   * @param position as {@link simile.record.Position} has it
   * @throws MalformedJsonException if the line is not one JSON object; the batch is as before
   */
  public void add(
      byte[] line, int start, int length, byte[] id, int idLength, long commit, long position)
      throws MalformedJsonException {
    parse(line, start, length, position);
    finish(id, idLength, commit);
  }

  /**
   * Adds a record with its vector, {@code float32[dimension]}, which is copied.
   *
   * @throws IllegalArgumentException if the vector is shorter than the schema's dimension
   * @see #add(byte[], int, int, byte[], int, long, long)
   */
  public void add(
      byte[] line,
      int start,
      int length,
      byte[] id,
      int idLength,
      long commit,
      long position,
      float[] vector)
      throws MalformedJsonException {
    parse(line, start, length, position);
    builder.vector(vector);
    bytes += vectorBytes;
    finish(id, idLength, commit);
  }

  /** Adds a deletion of an id; the parameters are as those of a record. */
  public void addDeletion(byte[] id, int idLength, long commit, long position) {
    builder.startRow(used, 0, position).whole().deletion();
    finish(id, idLength, commit);
  }

  /** How many rows there are, deletions included. */
  public int size() {
    return builder.size();
  }

  /** The bytes of the lines with their line ends, and of the vectors. */
  public long bytes() {
    return bytes;
  }

  /** The rows. Nothing may be added afterwards. */
  public RecordBatch build() {
    return builder.build();
  }

  private void parse(byte[] line, int start, int length, long position)
      throws MalformedJsonException {
    reserve(length);
    System.arraycopy(line, start, slab, used, length);
    builder.startRow(used, length, position).whole();
    parser.parse(slab, used, used + length, builder);
    used += length;
    bytes += length + 1L;
  }

  private void finish(byte[] id, int idLength, long commit) {
    builder.id(id, 0, idLength, false).commit(commit).endRow();
  }

  private void reserve(int length) {
    if (length > MAX_SLAB - used) {
      throw new IllegalStateException(
          "a batch holds at most " + MAX_SLAB + " bytes of lines; ask bytes() when to stop");
    }
    if (used + length > slab.length) {
      long larger = Math.max(used + (long) length, slab.length + (slab.length >> 1));
      slab = Arrays.copyOf(slab, (int) Math.min(MAX_SLAB, larger));
      builder.moveTo(slab);
    }
  }
}
