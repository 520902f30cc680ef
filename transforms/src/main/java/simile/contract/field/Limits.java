package simile.contract.field;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/** What a value may be beyond its type: the standard's {@code logicalTypeOptions}. */
public sealed interface Limits {

  /** A bound as a person would write it: 1, not 1.0. */
  static String shown(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }

  /** No limits. */
  record None() implements Limits {}

  /**
   * Of a string.
   *
   * @param minLength in code points
   * @param maxLength in code points; {@code Integer.MAX_VALUE} for none
   * @param pattern found anywhere in the string, unless anchored
   */
  record Text(int minLength, int maxLength, Optional<Pattern> pattern, Optional<TextFormat> format)
      implements Limits {
    public static final Text NONE =
        new Text(0, Integer.MAX_VALUE, Optional.empty(), Optional.empty());

    /** Whether only the length matters. */
    public boolean onlyLength() {
      return pattern.isEmpty() && format.isEmpty();
    }
  }

  /**
   * Of a number or an integer.
   *
   * @param minimum {@code -Infinity} for none
   * @param maximum {@code Infinity} for none
   * @param multipleOf 0 for none
   */
  record Range(
      double minimum,
      boolean exclusiveMinimum,
      double maximum,
      boolean exclusiveMaximum,
      double multipleOf)
      implements Limits {
    public static final Range NONE =
        new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false, 0);

    public boolean isBelow(double value) {
      return exclusiveMinimum ? value <= minimum : value < minimum;
    }

    public boolean isAbove(double value) {
      return exclusiveMaximum ? value >= maximum : value > maximum;
    }
  }

  /**
   * Of a timestamp, both inclusive, in microseconds since 1970.
   *
   * @param minimum {@code Long.MIN_VALUE} for none
   * @param maximum {@code Long.MAX_VALUE} for none
   */
  record Period(long minimum, long maximum) implements Limits {
    public static final Period NONE = new Period(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Of an array: how many items it may have. */
  record Items(int minimum, int maximum, boolean unique) implements Limits {
    public static final Items NONE = new Items(0, Integer.MAX_VALUE, false);
  }

  /** Of an object: how many members it may have, and which it must have. */
  record Members(int minimum, int maximum, List<String> required) implements Limits {
    public static final Members NONE = new Members(0, Integer.MAX_VALUE, List.of());

    public Members {
      required = List.copyOf(required);
    }
  }
}
