package simile.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Compares strings as their UTF-8 bytes, which is the order of ids in every file. */
public final class Utf8Order {
  private Utf8Order() {}

  public static int compare(String a, String b) {
    return Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));
  }
}
