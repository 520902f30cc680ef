package simile.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;
import simile.report.Figures;

/**
 * A column of a table: which field of a row it shows.
 *
 * @param field the name of a member, or a JSON pointer that starts with {@code /}
 * @param title what stands above it
 * @param right whether it is set flush right, as numbers are
 * @param shown how a table shows it; CSV has the value itself
 */
public record Column(String field, String title, boolean right, Shown shown) {
  private static final int DIGITS = 12;

  /** How people read a value best. */
  public enum Shown {
    AS_IS,
    /** {@code 1.2 MB}. */
    BYTES,
    /** The first digits of a hash. */
    DIGEST,
    /** An array, as its items with commas. */
    LIST
  }

  public Column(String field, String title, boolean right) {
    this(field, title, right, Shown.AS_IS);
  }

  /** Text, under the field's own name. */
  public static Column text(String field) {
    return new Column(field, field, false);
  }

  /** A number, under the field's own name. */
  public static Column number(String field) {
    return new Column(field, field, true);
  }

  /** A number of bytes, under the field's own name. */
  public static Column bytes(String field) {
    return new Column(field, field, true, Shown.BYTES);
  }

  /** A hash, under the field's own name. */
  public static Column digest(String field) {
    return new Column(field, field, false, Shown.DIGEST);
  }

  /** An array of texts, under the field's own name. */
  public static Column list(String field) {
    return new Column(field, field, false, Shown.LIST);
  }

  /** The cell of this column in a table. */
  String cellForPeople(JsonNode row) {
    String cell = cell(row);
    return cell.isEmpty()
        ? cell
        : switch (shown) {
          case AS_IS -> asIs(row, cell);
          case BYTES -> Figures.bytes(Long.parseLong(cell));
          case DIGEST -> cell.substring(0, Math.min(DIGITS, cell.length()));
          case LIST -> items(row.path(field));
        };
  }

  private String asIs(JsonNode row, String cell) {
    JsonNode value = field.startsWith("/") ? row.at(field) : row.path(field);
    return value.isBoolean() ? (value.booleanValue() ? "yes" : "no") : cell;
  }

  private static String items(JsonNode array) {
    StringJoiner items = new StringJoiner(", ");
    array.forEach(item -> items.add(item.asText()));
    return items.toString();
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
