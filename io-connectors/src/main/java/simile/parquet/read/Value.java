package simile.parquet.read;

/**
 * A value as it was read last: a number in {@link #bits} (a double's or float's bits), or the bytes
 * of {@link #bytes} from {@link #start} to {@link #end}. A decoder sets it anew for each value.
 */
final class Value {
  long bits;
  byte[] bytes = new byte[0];
  int start;
  int end;

  void set(byte[] newBytes, int newStart, int newEnd) {
    bytes = newBytes;
    start = newStart;
    end = newEnd;
  }

  int length() {
    return end - start;
  }
}
