package simile.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import simile.record.RecordBatch;

/**
 * A row as its line in JSONL: the line as it came, without the embedding, with derived fields
 * before the closing brace, or in the place of a {@code null} that the line has for one. Reused
 * from row to row: {@link #render} decides where {@link #bytes()}, {@link #start()} and {@link
 * #length()} point.
 */
public final class RowBytes {
  private static final int NULL_BYTES = "null".length();

  private final RecordBatch batch;
  private final int[] stamped;
  private final byte[] stamp;
  private byte[] scratch = new byte[1 << 12];
  private byte[] bytes = scratch;
  private int start;
  private int length;

  public RowBytes(RecordBatch batch) {
    this.batch = batch;
    this.stamped =
        IntStream.range(0, batch.schema().columns().size())
            .filter(c -> batch.schema().columns().get(c).stamped())
            .toArray();
    this.stamp = ('"' + batch.submittedAt() + '"').getBytes(UTF_8);
  }

  /** Bytes of the line that give way, to the stamp or to nothing. */
  private record Edit(int start, int end, boolean isStamped) {}

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
    if (batch.cutStart(row) < 0 && !batch.hasDerivedId(row) && !isStamped(row)) {
      return;
    }
    List<Edit> edits = edits(row);
    byte[] tail = tail(row);
    int end = start + length;
    int brace = end - 1;
    while (bytes[brace] != '}') {
      brace--;
    }
    reserve(length + tail.length + edits.size() * stamp.length);
    int from = start;
    int n = 0;
    for (Edit edit : edits) {
      n = copy(from, edit.start(), n);
      n = edit.isStamped() ? put(stamp, 0, n) : n;
      from = edit.end();
    }
    n = copy(from, brace, n);
    n = put(tail, tail.length > 0 && opensObject(n) ? 1 : 0, n);
    length = copy(brace, end, n);
    bytes = scratch;
    start = 0;
  }

  /** What changes within the line, in its order. */
  private List<Edit> edits(int row) {
    List<Edit> edits = new ArrayList<>(1);
    int cut = batch.cutStart(row);
    if (cut >= 0) {
      edits.add(new Edit(cut, cut + batch.cutLength(row), false));
    }
    for (int c : stamped) {
      int at = batch.nullStart(row, c);
      if (at >= 0 && batch.isStamped(row, c)) {
        edits.add(new Edit(at, at + NULL_BYTES, true));
      }
    }
    edits.sort(Comparator.comparingInt(Edit::start));
    return edits;
  }

  /** Whether no member is left before the tail, so that its leading comma must go. */
  private boolean opensObject(int length) {
    int last = length - 1;
    while (scratch[last] == ' ' || scratch[last] == '\t' || scratch[last] == '\r') {
      last--;
    }
    return scratch[last] == '{';
  }

  private boolean isStamped(int row) {
    for (int c : stamped) {
      if (batch.isStamped(row, c)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Members that the line lacks, each with a comma before it. Ids and times that are derived need
   * no escaping.
   */
  private byte[] tail(int row) {
    StringBuilder tail = new StringBuilder();
    if (batch.hasDerivedId(row)) {
      tail.append(",\"id\":\"").append(batch.id(row)).append('"');
    }
    for (int c : stamped) {
      if (batch.isStamped(row, c) && batch.nullStart(row, c) < 0) {
        String name = batch.schema().columns().get(c).name();
        tail.append(",\"").append(name).append("\":\"").append(batch.submittedAt()).append('"');
      }
    }
    return tail.toString().getBytes(UTF_8);
  }

  private int copy(int from, int to, int at) {
    System.arraycopy(batch.bytes(), from, scratch, at, to - from);
    return at + to - from;
  }

  private int put(byte[] other, int from, int at) {
    System.arraycopy(other, from, scratch, at, other.length - from);
    return at + other.length - from;
  }

  private void reserve(int capacity) {
    if (scratch.length < capacity) {
      scratch = Arrays.copyOf(scratch, capacity * 2);
    }
  }
}
