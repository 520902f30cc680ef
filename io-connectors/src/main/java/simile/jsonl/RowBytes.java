package simile.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import simile.record.Column;
import simile.record.RecordBatch;

/**
 * A row as its line in JSONL: the line as it came, without the embedding, with derived fields
 * before the closing brace. Reused from row to row: {@link #render} decides where {@link #bytes()},
 * {@link #start()} and {@link #length()} point.
 */
public final class RowBytes {
  private final RecordBatch batch;
  private byte[] scratch = new byte[1 << 12];
  private byte[] bytes = scratch;
  private int start;
  private int length;

  public RowBytes(RecordBatch batch) {
    this.batch = batch;
  }

  /** The bytes that the line is a span of; valid until the next row is rendered. */
  public byte[] bytes() {
    return bytes;
  }

  public int start() {
    return start;
  }

  public int length() {
    return length;
  }

  /** A copy of a row's line. */
  public byte[] copy(int row) {
    render(row);
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /** Goes to a row. */
  public void render(int row) {
    bytes = batch.bytes();
    start = batch.lineStart(row);
    length = batch.lineLength(row);
    if (batch.cutStart(row) < 0 && !batch.hasDerivedId(row) && !stamped(row)) {
      return;
    }
    byte[] tail = tail(row);
    int end = start + length;
    int brace = end - 1;
    while (bytes[brace] != '}') {
      brace--;
    }
    int cutStart = batch.cutStart(row) < 0 ? brace : batch.cutStart(row);
    int cutEnd = batch.cutStart(row) < 0 ? brace : cutStart + batch.cutLength(row);
    reserve(length + tail.length);
    int n = copy(start, cutStart, 0);
    n = copy(cutEnd, brace, n);
    int comma = tail.length > 0 && opensObject(n) ? 1 : 0;
    System.arraycopy(tail, comma, scratch, n, tail.length - comma);
    n = copy(brace, end, n + tail.length - comma);
    bytes = scratch;
    start = 0;
    length = n;
  }

  /** Whether no member is left before the tail, so that its leading comma must go. */
  private boolean opensObject(int length) {
    int last = length - 1;
    while (scratch[last] == ' ' || scratch[last] == '\t' || scratch[last] == '\r') {
      last--;
    }
    return scratch[last] == '{';
  }

  private boolean stamped(int row) {
    for (int c = 0; c < batch.schema().columns().size(); c++) {
      if (batch.isStamped(row, c)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Derived members, each with a comma before it. Ids and times that are derived need no escaping.
   */
  private byte[] tail(int row) {
    StringBuilder tail = new StringBuilder();
    if (batch.hasDerivedId(row)) {
      tail.append(",\"id\":\"").append(batch.id(row)).append('"');
    }
    for (int c = 0; c < batch.schema().columns().size(); c++) {
      if (batch.isStamped(row, c)) {
        Column column = batch.schema().columns().get(c);
        tail.append(",\"")
            .append(column.name())
            .append("\":\"")
            .append(batch.submittedAt())
            .append('"');
      }
    }
    return tail.toString().getBytes(UTF_8);
  }

  private int copy(int from, int to, int at) {
    System.arraycopy(batch.bytes(), from, scratch, at, to - from);
    return at + to - from;
  }

  private void reserve(int capacity) {
    if (scratch.length < capacity) {
      scratch = Arrays.copyOf(scratch, capacity * 2);
    }
  }
}
