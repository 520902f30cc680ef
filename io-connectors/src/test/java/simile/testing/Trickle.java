package simile.testing;

import java.io.InputStream;
import java.util.Random;

/** Gives a few bytes at a time, as a network may, and never says how many are there. */
public final class Trickle extends InputStream {
  private static final int MOST = 7;

  private final byte[] bytes;
  private final Random random;
  private int at;

  public Trickle(byte[] bytes, int from, Random random) {
    this.bytes = bytes;
    this.at = from;
    this.random = random;
  }

  @Override
  public int read() {
    return at == bytes.length ? -1 : bytes[at++] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at == bytes.length) {
      return -1;
    }
    int count = Math.min(Math.min(length, bytes.length - at), 1 + random.nextInt(MOST));
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }
}
