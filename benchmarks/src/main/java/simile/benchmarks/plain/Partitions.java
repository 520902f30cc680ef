package simile.benchmarks.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers the values of a range's partition key in the order in which they come. */
final class Partitions {
  private final int[] slots = new int[1 << 10];
  private final List<byte[]> values = new ArrayList<>();

  int count() {
    return values.size();
  }

  /** As the name of a folder: letters, digits, {@code - _} as they are, the rest as {@code %XX}. */
  String folder(int partition) {
    StringBuilder name = new StringBuilder("source_domain=");
    for (byte b : values.get(partition)) {
      boolean plain = b == '-' || b == '_' || (b > 0 && Character.isLetterOrDigit(b));
      name.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
    }
    return name.toString();
  }

  int of(byte[] bytes, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    int mask = slots.length - 1;
    int at = (hash ^ hash >>> 15) & mask;
    for (; slots[at] != 0; at = (at + 1) & mask) {
      byte[] value = values.get(slots[at] - 1);
      if (Arrays.equals(value, 0, value.length, bytes, start, end)) {
        return slots[at] - 1;
      }
    }
    if (values.size() * 2 > slots.length) {
      throw new IllegalArgumentException(
          "more than "
              + values.size()
              + " values of source_domain, the last one "
              + new String(bytes, start, end - start, UTF_8));
    }
    values.add(Arrays.copyOfRange(bytes, start, end));
    slots[at] = values.size();
    return values.size() - 1;
  }
}
