package simile.parquet.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simile.parquet.ParquetField;
import simile.parquet.ParquetType;
import simile.parquet.format.FileFooter;
import simile.parquet.format.FooterSum;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.ThriftStruct;
import simile.parquet.format.ThriftWriter;

/** Writes the end of a file. */
final class FooterWriter {
  private static final String CREATED_BY = "simile version 1";

  private FooterWriter() {}

  /**
   * The footer of a file that is written anew.
   *
   * @param columns how many columns of values there are
   */
  static ThriftStruct footer(
      List<ParquetField> fields,
      int columns,
      long rows,
      List<ThriftStruct> groups,
      Map<String, String> metadata) {
    ThriftStruct footer =
        new ThriftStruct().with(1, 1).with(2, schema(fields)).with(3, rows).with(4, groups);
    return footer.with(5, pairs(metadata)).with(6, CREATED_BY).with(7, orders(columns));
  }

  private static List<ThriftStruct> schema(List<ParquetField> fields) {
    List<ThriftStruct> elements = new ArrayList<>();
    elements.add(SchemaElements.root(fields.size() + 1));
    fields.forEach(field -> elements.addAll(SchemaElements.of(field)));
    elements.addAll(SchemaElements.of(new ParquetField(ParquetField.EXTRA, ParquetType.TEXT)));
    return elements;
  }

  private static List<ThriftStruct> pairs(Map<String, String> metadata) {
    List<ThriftStruct> pairs = new ArrayList<>();
    new TreeMap<>(metadata)
        .forEach((key, value) -> pairs.add(new ThriftStruct().with(1, key).with(2, value)));
    return pairs;
  }

  /** Says that least and greatest values are by the order of each column's type. */
  private static List<ThriftStruct> orders(int columns) {
    List<ThriftStruct> orders = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      orders.add(new ThriftStruct().with(1, new ThriftStruct()));
    }
    return orders;
  }

  /** Writes the footer and what follows it. Returns how many bytes. */
  static int write(ThriftStruct footer, OutputStream out) throws IOException {
    FooterSum.put(footer);
    GrowingBytes bytes = new GrowingBytes(1 << 16);
    ThriftWriter.write(footer, bytes);
    bytes.putInt(bytes.size());
    bytes.put(FileFooter.MAGIC);
    out.write(bytes.array(), 0, bytes.size());
    return bytes.size();
  }
}
