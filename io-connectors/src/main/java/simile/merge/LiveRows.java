package simile.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import simile.keys.KeyCursor;

/**
 * The live rows of a stretch of ids, as the key files tell: where they lie, before any is fetched.
 * They are known by rank, which is the order of their ids, and can be gone through in the order of
 * files, each from front to back: rows of a file lie in the order of their ids.
 *
 * <p>About fifty bytes a row, and its id.
 */
public final class LiveRows {
  private static final int FIRST_ROWS = 512;
  private static final int ID_BYTES_A_ROW = 64;
  private static final int FACTS = 5;
  private static final int OFFSET = 0;
  private static final int LENGTH_AND_CRC = 1;
  private static final int FILE_AND_ID = 2;
  private static final int COMMIT = 3;
  private static final int VECTOR = 4;

  private final RowFiles files;
  private final int[] endOfFile;
  private int size;

  /**
   * Of each row what is known of it, side by side: they are not asked for in the order of ranks.
   */
  private long[] facts = new long[0];

  private int[] inFileOrder = new int[0];
  private byte[] ids = new byte[0];
  private int idBytes;

  public LiveRows(RowFiles files) {
    this.files = files;
    this.endOfFile = new int[files.count() + 1];
  }

  /**
   * Takes the next live rows of a merge, instead of those before.
   *
   * @param merge of the same segments
   * @param wanted which files' rows to take, by their number
   * @param most how many at most; fewer where ids are long
   * @return false if there are no more
   */
  public boolean fill(KeyMerge merge, IntPredicate wanted, int most) throws IOException {
    size = 0;
    idBytes = 0;
    long mostIdBytes = (long) most * ID_BYTES_A_ROW;
    while (size < most && idBytes < mostIdBytes && merge.next()) {
      KeyCursor at = merge.cursor();
      if (!at.isDeletion()) {
        int number = files.number(merge.sourceIndex(), at.file());
        if (wanted.test(number)) {
          add(number, at, merge.commit());
        }
      }
    }
    sortByFile();
    return size > 0;
  }

  private void add(int number, KeyCursor at, long version) {
    if (size == inFileOrder.length) {
      int room = Math.max(FIRST_ROWS, size * 2);
      facts = Arrays.copyOf(facts, room * FACTS);
      inFileOrder = new int[room];
    }
    if (ids.length - idBytes < at.idLength()) {
      ids = Arrays.copyOf(ids, Math.max(ids.length * 2, idBytes + at.idLength()));
    }
    System.arraycopy(at.idBytes(), 0, ids, idBytes, at.idLength());
    idBytes += at.idLength();
    int row = size++ * FACTS;
    facts[row + OFFSET] = at.offset();
    facts[row + LENGTH_AND_CRC] = pair(at.length(), at.crc32c());
    facts[row + FILE_AND_ID] = pair(number, idBytes);
    facts[row + COMMIT] = version;
    facts[row + VECTOR] = at.hasVector() ? at.vector() : -1;
  }

  private static long pair(int high, int low) {
    return ((long) high << 32) | (low & 0xffffffffL);
  }

  private long fact(int rank, int which) {
    return facts[rank * FACTS + which];
  }

  /** Counts the rows of each file, and so knows where the ranks of each begin. */
  private void sortByFile() {
    Arrays.fill(endOfFile, 0);
    for (int rank = 0; rank < size; rank++) {
      endOfFile[file(rank) + 1]++;
    }
    for (int f = 1; f < endOfFile.length; f++) {
      endOfFile[f] += endOfFile[f - 1];
    }
    for (int rank = 0; rank < size; rank++) {
      inFileOrder[endOfFile[file(rank)]++] = rank;
    }
  }

  public int size() {
    return size;
  }

  /** The rank of the n-th row in the order of files. */
  int inFileOrder(int n) {
    return inFileOrder[n];
  }

  /** The number of the row's file. */
  public int file(int rank) {
    return (int) (fact(rank, FILE_AND_ID) >>> 32);
  }

  /** The segment that holds the row. */
  public SegmentSource source(int rank) {
    return files.source(file(rank));
  }

  long offset(int rank) {
    return fact(rank, OFFSET);
  }

  public int length(int rank) {
    return (int) (fact(rank, LENGTH_AND_CRC) >>> 32);
  }

  int crc32c(int rank) {
    return (int) fact(rank, LENGTH_AND_CRC);
  }

  /** The version that the row belongs to. */
  public long commit(int rank) {
    return fact(rank, COMMIT);
  }

  /** The index of the row's vector in its segment's NPZ, or -1. */
  public long vector(int rank) {
    return fact(rank, VECTOR);
  }

  public String id(int rank) {
    int start = rank == 0 ? 0 : idEnd(rank - 1);
    return new String(ids, start, idEnd(rank) - start, UTF_8);
  }

  private int idEnd(int rank) {
    return (int) fact(rank, FILE_AND_ID);
  }
}
