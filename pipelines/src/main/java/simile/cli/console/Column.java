package simile.cli.console;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A column of a table: which field of a row it shows.
 *
 * @param field the name of a member, or a JSON pointer that starts with {@code /}
 * @param title what stands above it
 * @param right whether it is set flush right, as numbers are
 */
public record Column(String field, String title, boolean right) {

  /** Text, under the field's own name. */
  public static Column text(String field) {
    return new Column(field, field, false);
  }

  /** A number, under the field's own name. */
  public static Column number(String field) {
    return new Column(field, field, true);
  }

  /** The cell of this column: text as it is, other values as JSON, nothing for none. */
  String cell(JsonNode row) {
    JsonNode value = field.startsWith("/") ? row.at(field) : row.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
