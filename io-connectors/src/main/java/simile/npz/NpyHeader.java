package simile.npz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The head of a {@code .npy} array.
 *
 * @param descr NumPy's name of the element type, such as {@code <f4}
 * @param fortranOrder whether the first index varies fastest
 * @param shape the sizes, outermost first
 */
record NpyHeader(String descr, boolean fortranOrder, List<Long> shape) {

  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int MAX_V1_HEADER = 0xffff;

  NpyHeader {
    shape = List.copyOf(shape);
  }

  /** The magic, the version, the length and the padded dict: everything before the data. */
  byte[] encode() {
    byte[] dict = dict().getBytes(ISO_8859_1);
    int major = padded(MAGIC.length + 4 + dict.length) - MAGIC.length - 4 <= MAX_V1_HEADER ? 1 : 2;
    int prefix = MAGIC.length + (major == 1 ? 4 : 6);
    int total = padded(prefix + dict.length);
    byte[] head = new byte[total];
    Arrays.fill(head, (byte) ' ');
    ByteBuffer out = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).put((byte) major).put((byte) 0);
    if (major == 1) {
      out.putShort((short) (total - prefix));
    } else {
      out.putInt(total - prefix);
    }
    out.put(dict);
    head[total - 1] = '\n';
    return head;
  }

  private String dict() {
    String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"
        .formatted(descr, fortranOrder ? "True" : "False", shape.size() == 1 ? sizes + "," : sizes);
  }

  /** The next multiple of 64 that leaves room for the final line feed. */
  private static int padded(int length) {
    return (length + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
  }
}
