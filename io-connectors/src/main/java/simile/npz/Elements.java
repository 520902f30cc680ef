package simile.npz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Elements of arrays as the values they stand for. */
final class Elements {
  private Elements() {}

  /** Reads {@code count} floating numbers of any size. */
  static void floats(ByteBuffer bytes, NpyType type, float[] into, int count) {
    switch (type.size()) {
      case 2 -> {
        for (int i = 0; i < count; i++) {
          into[i] = half(bytes.getShort());
        }
      }
      case 4 -> {
        bytes.asFloatBuffer().get(into, 0, count);
        bytes.position(bytes.position() + count * Float.BYTES);
      }
      default -> {
        for (int i = 0; i < count; i++) {
          into[i] = (float) bytes.getDouble();
        }
      }
    }
  }

  /**
   * Reads one id.
   *
   * @throws NpzFormatException if it is empty, holds U+0000 or is no Unicode
   */
  static String id(ByteBuffer bytes, NpyType type) throws NpzFormatException {
    String id =
        switch (type.kind()) {
          case 'U' -> utf32(bytes, type.size());
          case 'S' -> utf8(bytes, type.size());
          default -> String.valueOf(type.size() == 4 ? bytes.getInt() : bytes.getLong());
        };
    if (id.isEmpty() || id.indexOf('\0') >= 0) {
      throw new NpzFormatException("an id that is empty or holds U+0000");
    }
    return id;
  }

  private static String utf32(ByteBuffer bytes, int codePoints) throws NpzFormatException {
    int start = bytes.position();
    int used = codePoints;
    while (used > 0 && bytes.getInt(start + (used - 1) * 4) == 0) {
      used--;
    }
    StringBuilder id = new StringBuilder(used);
    for (int i = 0; i < used; i++) {
      int codePoint = bytes.getInt(start + i * 4);
      if (!Character.isValidCodePoint(codePoint)
          || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
        throw new NpzFormatException("an id that is no Unicode: U+%X".formatted(codePoint));
      }
      id.appendCodePoint(codePoint);
    }
    bytes.position(start + codePoints * 4);
    return id.toString();
  }

  private static String utf8(ByteBuffer bytes, int length) throws NpzFormatException {
    int start = bytes.position();
    int used = length;
    while (used > 0 && bytes.get(start + used - 1) == 0) {
      used--;
    }
    bytes.position(start + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.slice(start, used)).toString();
    } catch (CharacterCodingException e) {
      throw new NpzFormatException("an id that is no UTF-8");
    }
  }

  /** IEEE 754 binary16: 1 sign, 5 exponent, 10 fraction bits. */
  static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >>> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int exponent32 = exponent == 0x1f ? 0xff : exponent + 112;
    return Float.intBitsToFloat(sign | exponent32 << 23 | fraction << 13);
  }
}
