package simile.contract.json;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Utf8Test {
  /** Bytes at the edges of the well-formed sequences, and plain ones. */
  private static final int[] EDGES = {
    'a', '\\', '"', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1,
    0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff
  };

  @Test
  void agreesWithTheDecoderOfTheJdk() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = bytes(random);
      int start = random.nextInt(bytes.length + 1);
      int end = start + random.nextInt(bytes.length - start + 1);
      int flags = Utf8.scan(bytes, start, end);
      assertThat(flags >= 0, is(decodes(bytes, start, end)));
      if (flags >= 0) {
        assertThat((flags & Utf8.NON_ASCII) != 0, is(any(bytes, start, end, -128, -1)));
        assertThat((flags & Utf8.BACKSLASH) != 0, is(any(bytes, start, end, '\\', '\\')));
      }
    }
  }

  @Test
  void namesTheFirstBadSequence() {
    byte[] bytes = "0123456789ab€".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = 'x';
    assertThat(Utf8.scan(bytes, 0, bytes.length), is(-1 - 12));
  }

  /** Half of them mostly ASCII, half of edges. */
  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(40)];
    boolean wild = random.nextBoolean();
    for (int i = 0; i < bytes.length; i++) {
      boolean edge = wild || random.nextInt(20) == 0;
      bytes[i] = (byte) (edge ? EDGES[random.nextInt(EDGES.length)] : 'a' + random.nextInt(26));
    }
    return bytes;
  }

  private static boolean decodes(byte[] bytes, int start, int end) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean any(byte[] bytes, int start, int end, int low, int high) {
    for (int i = start; i < end; i++) {
      if (bytes[i] >= low && bytes[i] <= high) {
        return true;
      }
    }
    return false;
  }
}
