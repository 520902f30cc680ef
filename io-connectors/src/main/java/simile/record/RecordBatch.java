package simile.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private final byte[] flags;
  private final byte[] ids;
  private final int[] idEnd;
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

  private static final int DELETION = 1;
  private static final int DERIVED_ID = 2;
  private static final int STAMPED = 4;

  private RecordBatch(Builder b) {
    schema = b.schema;
    bytes = b.bytes;
    submittedAt = b.submittedAt;
    rows = b.rows;
    lineStart = b.lineStart;
    lineLength = b.lineLength;
    position = b.position;
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
    return spanStart[column][row];
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

  public static Builder builder(Schema schema, byte[] bytes, String submittedAt) {
    return new Builder(schema, bytes, submittedAt);
  }

  /** Collects rows; each is between {@link #startRow} and {@link #endRow} or {@link #dropRow}. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 1024;

    private final Schema schema;
    private final byte[] bytes;
    private final String submittedAt;
    private final boolean stamps;
    private int rows;
    private int[] lineStart = new int[FIRST_CAPACITY];
    private int[] lineLength = new int[FIRST_CAPACITY];
    private long[] position = new long[FIRST_CAPACITY];
    private byte[] flags = new byte[FIRST_CAPACITY];
    private byte[] ids = new byte[FIRST_CAPACITY * 24];
    private int[] idEnd = new int[FIRST_CAPACITY];
    private final int[][] spanStart;
    private final int[][] spanLength;
    private final long[][] scalar;
    private int[] partition = new int[FIRST_CAPACITY];
    private final Map<String, Integer> partitionValues = new LinkedHashMap<>();
    private int[] cutStart = new int[FIRST_CAPACITY];
    private int[] cutLength = new int[FIRST_CAPACITY];
    private int[] vectorRow = new int[FIRST_CAPACITY];
    private float[] vectors = new float[0];
    private int vectorCount;
    private int[] extraEnd = new int[FIRST_CAPACITY];
    private int[] extraStart = new int[16];
    private int[] extraLength = new int[16];
    private int extraCount;
    private int idsLength;
    private int savedVectorCount;
    private VectorLookup lookup = VectorLookup.NONE;
    private float[] found = new float[0];

    private Builder(Schema schema, byte[] bytes, String submittedAt) {
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
    public Builder vectorsFrom(VectorLookup vectors) {
      lookup = vectors;
      found = new float[schema.dimension().orElse(0)];
      return this;
    }

    /** Starts a row; every column is absent until it is set. */
    public Builder startRow(int start, int length, long rowPosition) {
      if (rows == lineStart.length) {
        grow(rows * 2);
      }
      lineStart[rows] = start;
      lineLength[rows] = length;
      position[rows] = rowPosition;
      flags[rows] = (byte) (stamps ? STAMPED : 0);
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
     * Sets a column to a JSON token. {@code value} is as {@link RecordBatch#scalar} says, and
     * ignored for other types.
     */
    public Builder column(int column, int start, int length, long value) {
      spanStart[column][rows] = start;
      spanLength[column][rows] = length;
      if (scalar[column].length > 0) {
        scalar[column][rows] = value;
      }
      return this;
    }

    /** Sets the decoded id. {@code derived}: it is not in the line. */
    public Builder id(byte[] source, int start, int length, boolean derived) {
      int end = Math.addExact(idsLength, length);
      if (end > ids.length) {
        ids =
            Arrays.copyOf(
                ids, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 16L, ids.length * 2L)));
      }
      System.arraycopy(source, start, ids, idsLength, length);
      idEnd[rows] = end;
      if (derived) {
        flags[rows] |= DERIVED_ID;
      }
      return this;
    }

    public Builder partition(String value) {
      Integer known = partitionValues.get(value);
      if (known == null) {
        known = partitionValues.size();
        partitionValues.put(value, known);
      }
      partition[rows] = known;
      return this;
    }

    /**
     * Names the bytes of the line that hold the embedding, with the one comma that goes with it.
     */
    public Builder cut(int start, int length) {
      cutStart[rows] = start;
      cutLength[rows] = length;
      return this;
    }

    /** Gives the row a vector of the schema's dimension, which is copied. */
    public Builder vector(float[] values) {
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
                vectors,
                Math.max(end, (int) Math.min(Integer.MAX_VALUE - 16L, vectors.length * 2L)));
      }
      System.arraycopy(values, 0, vectors, vectorCount * dimension, dimension);
      vectorRow[rows] = vectorCount++;
      return this;
    }

    /** Adds an unknown member: the span of {@code "name":value}. */
    public Builder extra(int start, int length) {
      if (extraCount == extraStart.length) {
        extraStart = Arrays.copyOf(extraStart, extraCount * 2);
        extraLength = Arrays.copyOf(extraLength, extraCount * 2);
      }
      extraStart[extraCount] = start;
      extraLength[extraCount++] = length;
      return this;
    }

    /** Marks the row as a deletion of its id. */
    public Builder deletion() {
      flags[rows] |= DELETION;
      return this;
    }

    /** Keeps the row. */
    public void endRow() {
      boolean deletion = (flags[rows] & DELETION) != 0;
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
}
