package simile.npz;

/** Valid UTF-8, one code point at a time. */
final class Utf8 {
  private Utf8() {}

  /** How many bytes the code point with this first byte has. */
  static int length(byte first) {
    int b = first & 0xff;
    return b < 0x80 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
  }

  static int codePoint(byte[] utf8, int at) {
    int b = utf8[at] & 0xff;
    return switch (length(utf8[at])) {
      case 1 -> b;
      case 2 -> (b & 0x1f) << 6 | tail(utf8, at + 1);
      case 3 -> (b & 0x0f) << 12 | tail(utf8, at + 1) << 6 | tail(utf8, at + 2);
      default ->
          (b & 0x07) << 18
              | tail(utf8, at + 1) << 12
              | tail(utf8, at + 2) << 6
              | tail(utf8, at + 3);
    };
  }

  private static int tail(byte[] utf8, int at) {
    return utf8[at] & 0x3f;
  }
}
