package simile.contract.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import simile.contract.field.Field;
import simile.contract.field.Limits;
import simile.contract.json.LineParser;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;

/** Reads numbers and integers. */
final class NumberReader {
  /** Up to here every integer is a double. */
  private static final double EXACT = 1L << 53;

  private final Line line;
  private final Findings findings;
  private long integer;
  private boolean fits;

  NumberReader(Line line, Findings findings) {
    this.line = line;
    this.findings = findings;
  }

  /** Reads the current number, which may be infinite: JSON numbers have no bounds. */
  double readDouble(Field field) throws IOException {
    double value = line.parser().getDoubleValue();
    Limits.Range range = range(field);
    boolean reported = checkRange(field, range, value);
    if (!Double.isFinite(value) && !reported) {
      add(RuleIds.LIMIT, Severity.ERROR, "a number that a 64-bit float can hold");
    }
    return value;
  }

  /**
   * Reads the current number as an integer, {@link #integer}, which {@link #fits} or not. Returns
   * false if it is none.
   */
  boolean readLong(Field field) throws IOException {
    LineParser parser = line.parser();
    fits = true;
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      double value = parser.getDoubleValue();
      if (value != Math.rint(value) || Math.abs(value) > EXACT) {
        return false;
      }
      integer = (long) value;
    } else if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      fits = false;
      reportTooBig(parser.getBigIntegerValue().signum() < 0);
      return true;
    } else {
      integer = parser.getLongValue();
    }
    checkRange(field, range(field), (double) integer);
    return true;
  }

  long integer() {
    return integer;
  }

  /** Whether the integer has at most 64 bits. */
  boolean fits() {
    return fits;
  }

  private static Limits.Range range(Field field) {
    return field.limits() instanceof Limits.Range range ? range : Limits.Range.NONE;
  }

  private void reportTooBig(boolean negative) throws IOException {
    add(
        negative ? RuleIds.MINIMUM : RuleIds.MAXIMUM,
        Severity.ERROR,
        "an integer of at most 64 bits");
  }

  private boolean checkRange(Field field, Limits.Range range, double value) throws IOException {
    Severity severity = Double.isFinite(value) ? field.severity() : Severity.ERROR;
    boolean broken = false;
    if (range.isBelow(value)) {
      broken = true;
      String than = range.exclusiveMinimum() ? "greater than " : "at least ";
      add(RuleIds.MINIMUM, severity, than + Limits.shown(range.minimum()));
    }
    if (range.isAbove(value)) {
      broken = true;
      String than = range.exclusiveMaximum() ? "less than " : "at most ";
      add(RuleIds.MAXIMUM, severity, than + Limits.shown(range.maximum()));
    }
    if (range.multipleOf() > 0
        && Double.isFinite(value)
        && !isMultiple(value, range.multipleOf())) {
      add(RuleIds.FORMAT, severity, "a multiple of " + Limits.shown(range.multipleOf()));
    }
    return broken;
  }

  private static boolean isMultiple(double value, double of) {
    return BigDecimal.valueOf(value).remainder(BigDecimal.valueOf(of)).signum() == 0;
  }

  private void add(String rule, Severity severity, String expected) throws IOException {
    findings.add(
        rule, severity, expected, line.parser().valueStart(), line.parser().valueEnd(), "");
  }
}
