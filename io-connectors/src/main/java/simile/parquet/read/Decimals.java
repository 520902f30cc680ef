package simile.parquet.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import simile.parquet.ParquetFormatException;

/** Numbers with a fixed point, as JSON numbers with all their digits. */
final class Decimals {
  private static final int MAX_SCALE = 76;
  private static final int MAX_BYTES = 32;

  private Decimals() {}

  static int checkedScale(int scale) throws ParquetFormatException {
    if (scale < 0 || scale > MAX_SCALE) {
      throw new ParquetFormatException(
          "a decimal has %d digits after the point, more than the %d that are read"
              .formatted(scale, MAX_SCALE));
    }
    return scale;
  }

  static void write(long unscaled, int scale, JsonOut out) {
    out.ascii(BigDecimal.valueOf(unscaled, scale).toPlainString());
  }

  /** An unscaled number in two's complement, the highest byte first. */
  static void write(Value value, int scale, JsonOut out) throws ParquetFormatException {
    if (value.length() == 0 || value.length() > MAX_BYTES) {
      throw new ParquetFormatException(
          "a decimal has %d bytes; 1 to %d are read".formatted(value.length(), MAX_BYTES));
    }
    BigInteger unscaled = new BigInteger(value.bytes, value.start, value.length());
    out.ascii(new BigDecimal(unscaled, scale).toPlainString());
  }
}
