package simile.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Constants of the format; see the package's description. */
final class KeyFile {
  static final int BLOCK_ENTRIES = 128;
  static final int TRAILER_BYTES = 20;
  static final int DELETION = 1;
  static final int VECTOR = 2;

  private static final String MAGIC = "SIMKEYS1";

  private KeyFile() {}

  static byte[] head() {
    return MAGIC.getBytes(US_ASCII);
  }

  static byte[] tail() {
    return new StringBuilder(MAGIC).reverse().toString().getBytes(US_ASCII);
  }
}
