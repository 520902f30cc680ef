package simile.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a stream into one array, and needs no more memory than that where its length is known. */
public final class WholeStream {
  private WholeStream() {}

  /**
   * Reads to the end.
   *
   * @param length how many bytes there seem to be; more or fewer may come
   */
  public static byte[] read(InputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    int got = in.readNBytes(bytes, 0, length);
    if (got < length) {
      return Arrays.copyOf(bytes, got);
    }
    byte[] rest = in.readAllBytes();
    if (rest.length == 0) {
      return bytes;
    }
    byte[] all = Arrays.copyOf(bytes, Math.addExact(length, rest.length));
    System.arraycopy(rest, 0, all, length, rest.length);
    return all;
  }
}
