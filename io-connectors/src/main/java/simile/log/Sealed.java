package simile.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import simile.files.Sha256;

/**
 * The last field of every file of the log: {@code ,"checksum":"sha256:<64 hex digits>"}} and a line
 * feed, over all bytes before that comma. Its form is the same in all format versions, so that
 * damage and a newer version can be told apart.
 */
final class Sealed {
  private static final String LEAD = ",\"checksum\":\"sha256:";
  private static final String TAIL = "\"}\n";
  private static final int LENGTH = LEAD.length() + 64 + TAIL.length();

  private Sealed() {}

  /** Adds the checksum to an object, which must have a field. */
  static byte[] seal(byte[] object) {
    int body = object.length - 1;
    byte[] sealed = Arrays.copyOf(object, body + LENGTH);
    System.arraycopy(trailer(object, body), 0, sealed, body, LENGTH);
    return sealed;
  }

  /**
   * @throws CorruptLogException if the file does not end with the right checksum
   */
  static void verify(byte[] file, String name) throws CorruptLogException {
    int length = Math.max(0, file.length - LENGTH);
    byte[] expected = trailer(file, length);
    if (!Arrays.equals(file, length, file.length, expected, 0, expected.length)) {
      throw new CorruptLogException(
          "%s is damaged: its last field does not hold the checksum of its %d bytes. Restore the file from a copy of the store"
              .formatted(name, file.length));
    }
  }

  private static byte[] trailer(byte[] bytes, int length) {
    return (LEAD + Sha256.of(bytes, length) + TAIL).getBytes(StandardCharsets.UTF_8);
  }
}
