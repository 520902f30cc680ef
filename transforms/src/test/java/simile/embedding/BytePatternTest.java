package simile.embedding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BytePatternTest {

  @Test
  void findsWhatIndexOfFinds() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      String text = text(random, random.nextInt(60));
      String wanted = text(random, 4 + random.nextInt(5));
      int start = random.nextInt(text.length() + 1);
      int end = start + random.nextInt(text.length() - start + 1);
      boolean found = BytePattern.of(wanted).isIn(text.getBytes(ISO_8859_1), start, end);
      assertThat(wanted + " in " + text, found, is(text.substring(start, end).contains(wanted)));
    }
  }

  @Test
  void findsTheNameAtAnyPlace() {
    BytePattern name = BytePattern.of("\"embedding\"");
    for (int at = 0; at <= 56; at++) {
      byte[] text = ("\"embeddin".repeat(6) + "mb").getBytes(ISO_8859_1);
      byte[] with = new byte[text.length + 11];
      System.arraycopy(text, 0, with, 0, at);
      System.arraycopy("\"embedding\"".getBytes(ISO_8859_1), 0, with, at, 11);
      System.arraycopy(text, at, with, at + 11, text.length - at);
      assertThat(name.isIn(with, 0, with.length), is(true));
      assertThat(name.isIn(with, at + 1, with.length), is(false));
      assertThat(name.isIn(with, 0, at + 10), is(false));
    }
  }

  @Test
  void bytesBeyondAsciiAreUnsigned() {
    byte[] text = "éé..".getBytes(UTF_8);
    assertThat(BytePattern.of("éé").isIn(text, 0, 6), is(true));
    assertThat(BytePattern.of("éé").isIn(text, 1, 6), is(false));
  }

  @Test
  void textOfFewBytesIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> BytePattern.of("abc"));
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(2)));
    }
    return text.toString();
  }
}
