package simile.json.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.NumberInput;
import java.math.BigInteger;
import simile.json.JsonSpans;
import simile.record.ColumnType;
import simile.record.Timestamps;

/** Reads values as the contract's check does; {@link #scalar} is as a batch has it. */
public final class Scalars {
  private static final double[] TENS = new double[23];

  /** Up to here every integer is a double. */
  private static final long EXACT = 1L << 53;

  private static final int MAX_DIGITS = 18;
  private static final int LONGEST_LONG = 20;

  static {
    double ten = 1;
    for (int i = 0; i < TENS.length; i++, ten *= 10) {
      TENS[i] = ten;
    }
  }

  private long scalar;

  /** What orders the value that fitted last; see {@link simile.record.RecordBatch#scalar}. */
  public long scalar() {
    return scalar;
  }

  /** Whether the current value, not null, is what a column of this type holds. */
  public boolean fits(ColumnType type, byte[] bytes, Walker value) {
    int start = value.valueStart();
    int end = value.valueEnd();
    byte first = bytes[start];
    return switch (type) {
      case JSON -> true;
      case TEXT -> first == '"' && isText(bytes, value);
      case TIMESTAMP -> first == '"' && isTimestamp(bytes, value);
      case REAL -> isNumber(first) && isReal(bytes, start, end);
      case INTEGER -> isNumber(first) && isInteger(bytes, start, end);
      case BOOLEAN -> {
        scalar = first == 't' ? 1 : 0;
        yield first == 't' || first == 'f';
      }
    };
  }

  private static boolean isNumber(byte first) {
    return first == '-' || (first >= '0' && first <= '9');
  }

  /** Only escapes can bring U+0000 or halves of surrogate pairs, which no text column takes. */
  private static boolean isText(byte[] bytes, Walker value) {
    return !value.valueHasEscapes() || isText(bytes, value.valueStart(), value.valueEnd());
  }

  /** Whether a JSON string, with its quotes in {@code bytes[start, end)}, is whole characters. */
  public static boolean isText(byte[] bytes, int start, int end) {
    String text = JsonSpans.text(bytes, start, end - start);
    return text.indexOf('\0') < 0
        && text.codePoints()
            .allMatch(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
  }

  private boolean isTimestamp(byte[] bytes, Walker value) {
    int start = value.valueStart();
    int end = value.valueEnd();
    scalar = Timestamps.parsePlain(bytes, start + 1, end - 1);
    if (scalar == Timestamps.INVALID) {
      scalar = Timestamps.parse(JsonSpans.text(bytes, start, end - start));
    }
    return scalar != Timestamps.INVALID;
  }

  private boolean isReal(byte[] bytes, int start, int end) {
    double value = real(bytes, start, end);
    scalar = Double.doubleToLongBits(value);
    return Double.isFinite(value);
  }

  private boolean isInteger(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '.' || bytes[i] == 'e' || bytes[i] == 'E') {
        double value = real(bytes, start, end);
        scalar = (long) value;
        return value == Math.rint(value) && Math.abs(value) <= EXACT;
      }
    }
    if (end - start > LONGEST_LONG) {
      return false;
    }
    BigInteger value = new BigInteger(ascii(bytes, start, end));
    scalar = value.longValue();
    return value.bitLength() < Long.SIZE;
  }

  /**
   * The nearest double; exact arithmetic where mantissa and power of ten are doubles themselves.
   */
  private static double real(byte[] bytes, int start, int end) {
    boolean negative = bytes[start] == '-';
    long mantissa = 0;
    int point = -1;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
      } else if (bytes[i] == '.' && point < 0) {
        point = i;
      } else {
        return slow(bytes, start, end);
      }
    }
    int scale = point < 0 ? 0 : end - point - 1;
    if (end - start > MAX_DIGITS || mantissa > EXACT || scale >= TENS.length) {
      return slow(bytes, start, end);
    }
    if (point < 0) {
      // -0 is the integer 0 and has no sign; -0.0 has.
      return negative ? -mantissa : mantissa;
    }
    double value = mantissa / TENS[scale];
    return negative ? -value : value;
  }

  private static double slow(byte[] bytes, int start, int end) {
    return NumberInput.parseDouble(ascii(bytes, start, end), true);
  }

  private static String ascii(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, UTF_8);
  }
}
