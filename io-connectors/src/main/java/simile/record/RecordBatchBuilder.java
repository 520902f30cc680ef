package simile.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects rows; each is between {@link #startRow} and {@link #endRow} or {@link #dropRow}. */
public final class RecordBatchBuilder {
  private static final int FIRST_CAPACITY = 1024;

  final Schema schema;
  byte[] bytes;
  final String submittedAt;
  private final boolean stamps;
  int rows;
  int[] lineStart = new int[FIRST_CAPACITY];
  int[] lineLength = new int[FIRST_CAPACITY];
  long[] position = new long[FIRST_CAPACITY];
  long[] commit = new long[FIRST_CAPACITY];
  byte[] flags = new byte[FIRST_CAPACITY];
  byte[] ids = new byte[FIRST_CAPACITY * 24];
  int[] idEnd = new int[FIRST_CAPACITY];
  final int[][] spanStart;
  final int[][] spanLength;
  final long[][] scalar;
  int[] partition = new int[FIRST_CAPACITY];
  final Map<String, Integer> partitionValues = new LinkedHashMap<>();
  int[] cutStart = new int[FIRST_CAPACITY];
  int[] cutLength = new int[FIRST_CAPACITY];
  int[] vectorRow = new int[FIRST_CAPACITY];
  float[] vectors = new float[0];
  int vectorCount;
  int[] extraEnd = new int[FIRST_CAPACITY];
  int[] extraStart = new int[16];
  int[] extraLength = new int[16];
  int extraCount;
  int idsLength;
  int savedVectorCount;
  private VectorLookup lookup = VectorLookup.NONE;
  float[] found = new float[0];

  RecordBatchBuilder(Schema schema, byte[] bytes, String submittedAt) {
    this.schema = schema;
    this.bytes = bytes;
    this.submittedAt = submittedAt;
    int columns = schema.columns().size();
    spanStart = new int[columns][FIRST_CAPACITY];
    spanLength = new int[columns][FIRST_CAPACITY];
    scalar = new long[columns][];
    boolean anyStamped = false;
    for (int c = 0; c < columns; c++) {
      Column column = schema.columns().get(c);
      scalar[c] = new long[column.type().isScalar() ? FIRST_CAPACITY : 0];
      anyStamped |= column.stamped();
    }
    stamps = anyStamped;
  }

  public int size() {
    return rows;
  }

  /** Gives rows that come without a vector one by their id. */
  public RecordBatchBuilder vectorsFrom(VectorLookup vectors) {
    lookup = vectors;
    found = new float[schema.dimension().orElse(0)];
    return this;
  }

  /** Says that the slab was copied to a larger one; spans stay where they are. */
  public RecordBatchBuilder moveTo(byte[] larger) {
    bytes = larger;
    return this;
  }

  /** Starts a row; every column is absent until it is set. */
  public RecordBatchBuilder startRow(int start, int length, long rowPosition) {
    if (rows == lineStart.length) {
      grow(rows * 2);
    }
    lineStart[rows] = start;
    lineLength[rows] = length;
    position[rows] = rowPosition;
    commit[rows] = 0;
    flags[rows] = (byte) (stamps ? RecordBatch.STAMPED : 0);
    idsLength = rows == 0 ? 0 : idEnd[rows - 1];
    idEnd[rows] = idsLength;
    for (int c = 0; c < spanStart.length; c++) {
      spanStart[c][rows] = -1;
    }
    partition[rows] = -1;
    cutStart[rows] = -1;
    vectorRow[rows] = -1;
    extraCount = rows == 0 ? 0 : extraEnd[rows - 1];
    savedVectorCount = vectorCount;
    return this;
  }

  /**
   * Sets a column to a JSON token. {@code value} is as {@link RecordBatch#scalar} says, and ignored
   * for other types.
   */
  public RecordBatchBuilder column(int column, int start, int length, long value) {
    spanStart[column][rows] = start;
    spanLength[column][rows] = length;
    if (scalar[column].length > 0) {
      scalar[column][rows] = value;
    }
    return this;
  }

  /** Says where the line names a column with {@code null}; it stays absent. */
  public RecordBatchBuilder nullAt(int column, int start) {
    spanStart[column][rows] = RecordBatch.asNull(start);
    return this;
  }

  /** Sets the decoded id. {@code derived}: it is not in the line. */
  public RecordBatchBuilder id(byte[] source, int start, int length, boolean derived) {
    int end = Math.addExact(idsLength, length);
    if (end > ids.length) {
      ids =
          Arrays.copyOf(
              ids, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 16L, ids.length * 2L)));
    }
    System.arraycopy(source, start, ids, idsLength, length);
    idEnd[rows] = end;
    if (derived) {
      flags[rows] |= RecordBatch.DERIVED_ID;
    }
    return this;
  }

  public RecordBatchBuilder partition(String value) {
    Integer known = partitionValues.get(value);
    if (known == null) {
      known = partitionValues.size();
      partitionValues.put(value, known);
    }
    partition[rows] = known;
    return this;
  }

  /** Names the bytes of the line that hold the embedding, with the one comma that goes with it. */
  public RecordBatchBuilder cut(int start, int length) {
    cutStart[rows] = start;
    cutLength[rows] = length;
    return this;
  }

  /** Gives the row a vector of the schema's dimension, which is copied. */
  public RecordBatchBuilder vector(float[] values) {
    int dimension =
        schema
            .dimension()
            .orElseThrow(() -> new IllegalStateException("the schema has no dimension"));
    if (values.length < dimension) {
      throw new IllegalArgumentException(
          "expected " + dimension + " numbers, got " + values.length);
    }
    int end = Math.multiplyExact(vectorCount + 1, dimension);
    if (end > vectors.length) {
      vectors =
          Arrays.copyOf(
              vectors, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 16L, vectors.length * 2L)));
    }
    System.arraycopy(values, 0, vectors, vectorCount * dimension, dimension);
    vectorRow[rows] = vectorCount++;
    return this;
  }

  /** Adds an unknown member: the span of {@code "name":value}. */
  public RecordBatchBuilder extra(int start, int length) {
    if (extraCount == extraStart.length) {
      extraStart = Arrays.copyOf(extraStart, extraCount * 2);
      extraLength = Arrays.copyOf(extraLength, extraCount * 2);
    }
    extraStart[extraCount] = start;
    extraLength[extraCount++] = length;
    return this;
  }

  /** Says that the row belongs to an earlier commit than the one that will add its segment. */
  public RecordBatchBuilder commit(long version) {
    commit[rows] = version;
    return this;
  }

  /** Says that the row's line is whole: absent columns stay absent, stamped ones too. */
  public RecordBatchBuilder whole() {
    flags[rows] &= ~RecordBatch.STAMPED;
    return this;
  }

  /** Marks the row as a deletion of its id. */
  public RecordBatchBuilder deletion() {
    flags[rows] |= RecordBatch.DELETION;
    return this;
  }

  /** Keeps the row. */
  public void endRow() {
    boolean deletion = (flags[rows] & RecordBatch.DELETION) != 0;
    if (vectorRow[rows] < 0 && !deletion && lookup.find(ids, idsLength, idEnd[rows], found)) {
      vector(found);
    }
    extraEnd[rows] = extraCount;
    rows++;
  }

  /** Forgets the row. */
  public void dropRow() {
    vectorCount = savedVectorCount;
  }

  public RecordBatch build() {
    return new RecordBatch(this);
  }

  private void grow(int capacity) {
    lineStart = Arrays.copyOf(lineStart, capacity);
    lineLength = Arrays.copyOf(lineLength, capacity);
    position = Arrays.copyOf(position, capacity);
    commit = Arrays.copyOf(commit, capacity);
    flags = Arrays.copyOf(flags, capacity);
    idEnd = Arrays.copyOf(idEnd, capacity);
    partition = Arrays.copyOf(partition, capacity);
    cutStart = Arrays.copyOf(cutStart, capacity);
    cutLength = Arrays.copyOf(cutLength, capacity);
    vectorRow = Arrays.copyOf(vectorRow, capacity);
    extraEnd = Arrays.copyOf(extraEnd, capacity);
    for (int c = 0; c < spanStart.length; c++) {
      spanStart[c] = Arrays.copyOf(spanStart[c], capacity);
      spanLength[c] = Arrays.copyOf(spanLength[c], capacity);
      if (scalar[c].length > 0) {
        scalar[c] = Arrays.copyOf(scalar[c], capacity);
      }
    }
  }
}
