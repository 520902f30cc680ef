package simile.parquet.read;

/** IEEE 754 numbers of 16 bits. */
final class Halves {
  private static final int FRACTION_BITS = 10;
  private static final int EXPONENT_MASK = 0x1f;
  private static final int BIAS = 15;

  private Halves() {}

  static float toFloat(byte[] bytes, int at) {
    int bits = (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    int exponent = (bits >> FRACTION_BITS) & EXPONENT_MASK;
    int fraction = bits & ((1 << FRACTION_BITS) - 1);
    float size;
    if (exponent == EXPONENT_MASK) {
      size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      size = Math.scalb((float) fraction, 1 - BIAS - FRACTION_BITS);
    } else {
      size = Math.scalb((float) (fraction | 1 << FRACTION_BITS), exponent - BIAS - FRACTION_BITS);
    }
    return bits >= 0x8000 ? -size : size;
  }
}
