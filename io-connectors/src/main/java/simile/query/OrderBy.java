package simile.query;

/**
 * The order of a query's rows; rows with equal values are by id, rows without a value come last.
 *
 * @param field a top-level field that the contract knows, and whose values are no objects or lists
 * @param descending whether the greatest comes first
 */
public record OrderBy(String field, boolean descending) {

  /** Parses {@code field}, {@code field:asc} or {@code field:desc}. */
  public static OrderBy parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new OrderBy(text, false);
    }
    return switch (text.substring(colon + 1)) {
      case "asc" -> new OrderBy(text.substring(0, colon), false);
      case "desc" -> new OrderBy(text.substring(0, colon), true);
      default ->
          throw new IllegalArgumentException(
              "'" + text + "' is no order; write FIELD, FIELD:asc or FIELD:desc");
    };
  }
}
