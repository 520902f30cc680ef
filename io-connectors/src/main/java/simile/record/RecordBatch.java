package simile.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * Accepted rows of one slab of input, columnar: {@code size()} rows whose values are spans of
 * {@link #bytes()}.
 *
 * <p>Rows are in the order of the input. A row is a record or a deletion (then only its id and
 * position mean anything). A span is a whole JSON token: strings with their quotes and escapes,
 * objects with their braces. Not safe for use by many threads.
 */
public final class RecordBatch {

  private final Schema schema;
  private final byte[] bytes;
  private final String submittedAt;
  private final int rows;
  private final int[] lineStart;
  private final int[] lineLength;
  private final long[] position;
  private final long[] commit;
  private final byte[] flags;
  private final byte[] ids;
  private final int[] idEnd;
  // Below -1: the line has null there, see asNull.
  private final int[][] spanStart;
  private final int[][] spanLength;
  private final long[][] scalar;
  private final int[] partition;
  private final List<String> partitionValues;
  private final int[] cutStart;
  private final int[] cutLength;
  private final int[] vectorRow;
  private final float[] vectors;
  private final int vectorCount;
  private final int[] extraEnd;
  private final int[] extraStart;
  private final int[] extraLength;

  static final int DELETION = 1;
  static final int DERIVED_ID = 2;
  static final int STAMPED = 4;

  RecordBatch(RecordBatchBuilder b) {
    schema = b.schema;
    bytes = b.bytes;
    submittedAt = b.submittedAt;
    rows = b.rows;
    lineStart = b.lineStart;
    lineLength = b.lineLength;
    position = b.position;
    commit = b.commit;
    flags = b.flags;
    ids = b.ids;
    idEnd = b.idEnd;
    spanStart = b.spanStart;
    spanLength = b.spanLength;
    scalar = b.scalar;
    partition = b.partition;
    partitionValues = List.copyOf(b.partitionValues.keySet());
    cutStart = b.cutStart;
    cutLength = b.cutLength;
    vectorRow = b.vectorRow;
    vectors = b.vectors;
    vectorCount = b.vectorCount;
    extraEnd = b.extraEnd;
    extraStart = b.extraStart;
    extraLength = b.extraLength;
  }

  public Schema schema() {
    return schema;
  }

  /** How many rows there are, deletions included. */
  public int size() {
    return rows;
  }

  /** The slab that spans point into. Not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the row's line starts in {@link #bytes()}; without framing (byte order mark, CR, LF). */
  public int lineStart(int row) {
    return lineStart[row];
  }

  public int lineLength(int row) {
    return lineLength[row];
  }

  /** The row's place in the order of the whole input: see {@link Position}. */
  public long position(int row) {
    return position[row];
  }

  /** The version that the row belongs to, or 0 for the commit that will add its segment. */
  public long commit(int row) {
    return commit[row];
  }

  public boolean isDeletion(int row) {
    return (flags[row] & DELETION) != 0;
  }

  /** Whether the id was derived from the content, and so is not in the line. */
  public boolean hasDerivedId(int row) {
    return (flags[row] & DERIVED_ID) != 0;
  }

  /** Whether stamped columns that are absent get {@link #submittedAt()}. */
  public boolean isStamped(int row, int column) {
    return schema.columns().get(column).stamped()
        && spanStart[column][row] < 0
        && (flags[row] & STAMPED) != 0;
  }

  /** The time at which the run was submitted, in ISO-8601 UTC. */
  public String submittedAt() {
    return submittedAt;
  }

  /**
   * The UTF-8 bytes of all ids, one after another: row {@code r}'s from {@link #idStart} to {@link
   * #idEnd}. Not to be changed.
   */
  public byte[] ids() {
    return ids;
  }

  public int idStart(int row) {
    return row == 0 ? 0 : idEnd[row - 1];
  }

  public int idEnd(int row) {
    return idEnd[row];
  }

  public String id(int row) {
    return new String(ids, idStart(row), idEnd[row] - idStart(row), UTF_8);
  }

  /**
   * Where a column's JSON token starts in {@link #bytes()}, or -1 if the record lacks it. JSON
   * {@code null} counts as lacking.
   */
  public int spanStart(int row, int column) {
    return Math.max(-1, spanStart[column][row]);
  }

  /** Where the line has the {@code null} of a column that it names so, or -1. */
  public int nullStart(int row, int column) {
    return Math.max(-1, asNull(spanStart[column][row]));
  }

  /** Tells the place of a null from that of a value. Its own inverse. */
  static int asNull(int start) {
    return -2 - start;
  }

  public int spanLength(int row, int column) {
    return spanLength[column][row];
  }

  /**
   * The number that orders a scalar value: the bits of a double for {@code REAL}, the value for
   * {@code INTEGER} and {@code BOOLEAN}, microseconds since 1970 for {@code TIMESTAMP}. Undefined
   * where the span is absent.
   */
  public long scalar(int row, int column) {
    return scalar[column][row];
  }

  /** The index of the row's partition in {@link #partitionValues()}, or -1 if it has none. */
  public int partition(int row) {
    return partition[row];
  }

  /** The distinct partition values, decoded, in the order of their first row. */
  public List<String> partitionValues() {
    return partitionValues;
  }

  /** Where to cut the embedding out of the line (with one comma), or -1 if the line has none. */
  public int cutStart(int row) {
    return cutStart[row];
  }

  public int cutLength(int row) {
    return cutLength[row];
  }

  public boolean hasVector(int row) {
    return vectorRow[row] >= 0;
  }

  /** Rows with vectors, counted before duplicate ids are dropped. */
  public int vectorCount() {
    return vectorCount;
  }

  /**
   * All vectors, {@code float32[vectorCount, dimension]}; row {@code r}'s starts at {@link
   * #vectorOffset}. Not to be changed.
   */
  public float[] vectors() {
    return vectors;
  }

  public int vectorOffset(int row) {
    return vectorRow[row] * schema.dimension().orElse(0);
  }

  /** Fields that the contract does not know: how many the row has. */
  public int extras(int row) {
    return extraEnd[row] - extraBegin(row);
  }

  /** Where the {@code i}-th unknown member ({@code "name":value}) of the row starts. */
  public int extraStart(int row, int i) {
    return extraStart[extraBegin(row) + i];
  }

  public int extraLength(int row, int i) {
    return extraLength[extraBegin(row) + i];
  }

  private int extraBegin(int row) {
    return row == 0 ? 0 : extraEnd[row - 1];
  }

  public static RecordBatchBuilder builder(Schema schema, byte[] bytes, String submittedAt) {
    return new RecordBatchBuilder(schema, bytes, submittedAt);
  }
}
