package simile.contract.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import simile.record.ColumnType;

/** The logical types of the Open Data Contract Standard. */
public enum LogicalType {
  STRING(ColumnType.TEXT, "a string"),
  NUMBER(ColumnType.REAL, "a number"),
  INTEGER(ColumnType.INTEGER, "an integer"),
  BOOLEAN(ColumnType.BOOLEAN, "true or false"),
  TIMESTAMP(ColumnType.TIMESTAMP, "a string that holds a date-time"),
  DATE(ColumnType.TEXT, "a string that holds a date"),
  TIME(ColumnType.TEXT, "a string that holds a time"),
  OBJECT(ColumnType.JSON, "an object"),
  ARRAY(ColumnType.JSON, "an array");

  private final ColumnType column;
  private final String phrase;

  LogicalType(ColumnType column, String phrase) {
    this.column = column;
    this.phrase = phrase;
  }

  /** How a top-level field of this type is stored. */
  public ColumnType column() {
    return column;
  }

  /** The type in words, for violations: "a string". */
  public String phrase() {
    return phrase;
  }

  /** The name that contracts use: "string". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LogicalType> of(String label) {
    return Arrays.stream(values()).filter(t -> t.label().equals(label)).findFirst();
  }
}
