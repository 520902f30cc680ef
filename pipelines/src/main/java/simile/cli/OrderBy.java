package simile.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A field to sort by. */
record OrderBy(String field, boolean descending) {

  /** Reads {@code FIELD}, {@code FIELD:asc} or {@code FIELD:desc}. */
  static final class Converter implements ITypeConverter<OrderBy> {
    @Override
    public OrderBy convert(String text) {
      int colon = text.lastIndexOf(':');
      String field = colon < 0 ? text : text.substring(0, colon);
      String order = colon < 0 ? "asc" : text.substring(colon + 1);
      if (field.isEmpty() || !(order.equals("asc") || order.equals("desc"))) {
        throw new TypeConversionException("'" + text + "' is not FIELD, FIELD:asc or FIELD:desc");
      }
      return new OrderBy(field, order.equals("desc"));
    }
  }
}
