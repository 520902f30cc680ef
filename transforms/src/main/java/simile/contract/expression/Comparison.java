package simile.contract.expression;

/**
 * A rule that only compares two fields of one type that has an order, such as {@code updated_at >=
 * created_at}; it needs no decoded values.
 *
 * @param floating whether the scalars are the bits of doubles
 */
public record Comparison(String left, Operator operator, String right, boolean floating) {

  /** How two values are compared. */
  public enum Operator {
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    NOT_EQUAL
  }

  /** Compares two scalars, as {@link simile.record.RecordBatch#scalar} has them. */
  public boolean holds(long a, long b) {
    int order =
        floating
            ? compare(Double.longBitsToDouble(a), Double.longBitsToDouble(b))
            : Long.compare(a, b);
    return switch (operator) {
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
    };
  }

  /** By value: unlike in {@link Double#compare}, 0 and -0 are equal. Neither is ever NaN. */
  private static int compare(double a, double b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }
}
