package simile.sqlite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.Schema;

/** The SQL that makes a collection's table. */
public final class ShardTable {

  /** {@code SIM1}, in the header of every shard. */
  public static final int APPLICATION_ID = 0x53494D31;

  /** The version of the format, as {@code PRAGMA user_version}. */
  public static final int VERSION = 1;

  /** The column of the members that the contract does not know. */
  public static final String EXTRA = Schema.EXTRA;

  private final Schema schema;

  private ShardTable(Schema schema) {
    this.schema = schema;
  }

  /**
   * @throws IllegalArgumentException if SQLite cannot have that table: names that differ in case
   *     only, {@code _extra}, a table called {@code sqlite_…}, an index over an unknown column
   */
  public static ShardTable of(Schema schema) {
    if (lower(schema.collection()).startsWith("sqlite_")) {
      throw new IllegalArgumentException(
          "collection '" + schema.collection() + "': SQLite keeps names with sqlite_ for itself");
    }
    Set<String> names = new HashSet<>(Set.of(EXTRA));
    for (Column column : schema.columns()) {
      if (!names.add(lower(column.name()))) {
        throw new IllegalArgumentException(
            ("column '%s' of collection '%s': SQLite takes it for another column, since names that"
                    + " differ only in case are one, and '%s' is taken; rename the field")
                .formatted(column.name(), schema.collection(), EXTRA));
      }
    }
    ShardTable table = new ShardTable(schema);
    table.indexes().forEach(columns -> columns.forEach(table::requireColumn));
    return table;
  }

  /** The statement that makes a shard's table. */
  public String create() {
    return createWithRowIds() + " WITHOUT ROWID";
  }

  /**
   * The statement that makes the table of a file that goes elsewhere: not all tools take a table
   * that does not number its rows.
   */
  String createWithRowIds() {
    String columns =
        schema.columns().stream()
            .map(c -> quoted(c.name()) + " " + sqlType(c.type()) + constraint(c))
            .collect(Collectors.joining(", "));
    return "CREATE TABLE %s (%s, %s TEXT)"
        .formatted(quoted(schema.collection()), columns, quoted(EXTRA));
  }

  /**
   * The statement that adds one row, with a parameter for each column and for the extra members.
   */
  String insert() {
    String parameters = String.join(",", Collections.nCopies(schema.columns().size() + 1, "?"));
    return "INSERT INTO %s VALUES (%s)".formatted(quoted(schema.collection()), parameters);
  }

  /** The statements that make the indexes. */
  public List<String> createIndexes() {
    List<String> statements = new ArrayList<>();
    for (List<String> columns : indexes()) {
      statements.add(createIndex(schema.collection(), columns));
    }
    return statements;
  }

  static String createIndex(String table, List<String> columns) {
    String name = table + "_by_" + String.join("_", columns);
    return "CREATE INDEX %s ON %s (%s)"
        .formatted(
            quoted(name),
            quoted(table),
            columns.stream().map(ShardTable::quoted).collect(Collectors.joining(", ")));
  }

  /** A name as an SQL identifier. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The columns of each index, in the order of {@link #createIndexes}. */
  List<List<String>> indexes() {
    Set<List<String>> indexes = new LinkedHashSet<>(schema.indexes());
    for (Column column : schema.columns()) {
      if (column.indexed() && !column.name().equals(Schema.ID)) {
        indexes.add(List.of(column.name()));
      }
    }
    return List.copyOf(indexes);
  }

  private void requireColumn(String name) {
    if (schema.indexOf(name) < 0) {
      throw new IllegalArgumentException(
          "an index of collection '%s' names column '%s', which it does not have"
              .formatted(schema.collection(), name));
    }
  }

  private static String constraint(Column column) {
    return column.name().equals(Schema.ID) ? " PRIMARY KEY NOT NULL" : "";
  }

  private static String sqlType(ColumnType type) {
    return switch (type) {
      case TEXT, TIMESTAMP, JSON -> "TEXT";
      case REAL -> "REAL";
      case INTEGER, BOOLEAN -> "INTEGER";
    };
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
