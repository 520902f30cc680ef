package simile.parquet.write;

import java.util.ArrayList;
import java.util.List;
import simile.json.walk.Scalars;
import simile.parquet.ParquetField;
import simile.parquet.format.PhysicalType;
import simile.record.ColumnType;

/** Makes the cell of a field, and its columns. */
final class Cells {
  private final PageWorkshop shop;
  private final Scalars scalars = new Scalars();

  Cells(PageWorkshop shop) {
    this.shop = shop;
  }

  Cell of(ParquetField field) {
    String name = field.name();
    return switch (field.type()) {
      case TEXT -> new TextCell(flat(name, PhysicalType.BYTE_ARRAY, true), scalars);
      case REAL -> number(name, PhysicalType.DOUBLE, ColumnType.REAL);
      case INTEGER -> number(name, PhysicalType.INT64, ColumnType.INTEGER);
      case TIMESTAMP -> number(name, PhysicalType.INT64, ColumnType.TIMESTAMP);
      case BOOLEAN -> new FlagCell(new FlagColumn(leaf(PhysicalType.BOOLEAN, 0, 1, name), shop));
      case JSON -> new JsonCell(flat(name, PhysicalType.BYTE_ARRAY, false));
      case TEXTS -> new TextsCell(texts(1, 2, name, "list", "element"));
      case NAMES ->
          new NamesCell(
              texts(1, 2, name, "key_value", "key"),
              texts(2, 3, name, "key_value", "value", "list", "element"));
      case VECTOR ->
          new VectorCell(
              new FloatColumn(leaf(PhysicalType.FLOAT, 1, 2, name, "list", "element"), shop));
    };
  }

  ExtraCell extra() {
    return new ExtraCell(flat(ParquetField.EXTRA, PhysicalType.BYTE_ARRAY, false));
  }

  private NumberCell number(String name, PhysicalType physical, ColumnType type) {
    return new NumberCell(flat(name, physical, true), type, scalars);
  }

  private CodedColumn flat(String name, PhysicalType type, boolean ordered) {
    return new CodedColumn(new Leaf(List.of(name), type, 0, 1, ordered), shop);
  }

  private CodedColumn texts(int repetition, int definition, String... path) {
    return new CodedColumn(leaf(PhysicalType.BYTE_ARRAY, repetition, definition, path), shop);
  }

  private static Leaf leaf(PhysicalType type, int repetition, int definition, String... path) {
    return new Leaf(List.of(path), type, repetition, definition, false);
  }

  /** The columns of some cells, in order. */
  static List<ColumnWriter> columns(List<Cell> cells, ExtraCell extra) {
    List<ColumnWriter> columns = new ArrayList<>();
    cells.forEach(cell -> columns.addAll(cell.columns()));
    columns.add(extra.column());
    return List.copyOf(columns);
  }
}
