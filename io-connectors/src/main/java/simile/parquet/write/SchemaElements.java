package simile.parquet.write;

import java.util.List;
import simile.parquet.ParquetField;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.Repetition;
import simile.parquet.format.ThriftStruct;

/**
 * The elements of a footer's schema, which say what each field is, in the old words and the new.
 */
final class SchemaElements {
  private static final Repetition REQUIRED = Repetition.REQUIRED;
  private static final Repetition OPTIONAL = Repetition.OPTIONAL;

  private static final int STRING = 1;
  private static final int MAP = 2;
  private static final int LIST = 3;
  private static final int TIMESTAMP = 8;
  private static final int JSON = 12;

  private static final int OLD_UTF8 = 0;
  private static final int OLD_MAP = 1;
  private static final int OLD_LIST = 3;
  private static final int OLD_TIMESTAMP_MICROS = 10;
  private static final int OLD_JSON = 19;

  private SchemaElements() {}

  static ThriftStruct root(int fields) {
    return new ThriftStruct().with(4, "record").with(5, fields);
  }

  static List<ThriftStruct> of(ParquetField field) {
    String name = field.name();
    return switch (field.type()) {
      case TEXT -> List.of(text(name, OPTIONAL));
      case REAL -> List.of(leaf(name, OPTIONAL, PhysicalType.DOUBLE));
      case INTEGER -> List.of(leaf(name, OPTIONAL, PhysicalType.INT64));
      case BOOLEAN -> List.of(leaf(name, OPTIONAL, PhysicalType.BOOLEAN));
      case TIMESTAMP -> List.of(timestamp(name));
      case JSON -> List.of(json(name));
      case TEXTS -> List.of(list(name, OPTIONAL), repeated("list"), text("element", REQUIRED));
      case VECTOR ->
          List.of(
              list(name, OPTIONAL),
              repeated("list"),
              leaf("element", REQUIRED, PhysicalType.FLOAT));
      case NAMES ->
          List.of(
              annotated(group(name, OPTIONAL, 1), OLD_MAP, MAP),
              group("key_value", Repetition.REPEATED, 2),
              text("key", REQUIRED),
              list("value", REQUIRED),
              repeated("list"),
              text("element", REQUIRED));
    };
  }

  private static ThriftStruct text(String name, Repetition repetition) {
    return annotated(leaf(name, repetition, PhysicalType.BYTE_ARRAY), OLD_UTF8, STRING);
  }

  private static ThriftStruct json(String name) {
    return annotated(leaf(name, OPTIONAL, PhysicalType.BYTE_ARRAY), OLD_JSON, JSON);
  }

  private static ThriftStruct timestamp(String name) {
    ThriftStruct micros = new ThriftStruct().with(2, new ThriftStruct());
    ThriftStruct utc = new ThriftStruct().with(1, true).with(2, micros);
    return leaf(name, OPTIONAL, PhysicalType.INT64)
        .with(6, OLD_TIMESTAMP_MICROS)
        .with(10, new ThriftStruct().with(TIMESTAMP, utc));
  }

  private static ThriftStruct list(String name, Repetition repetition) {
    return annotated(group(name, repetition, 1), OLD_LIST, LIST);
  }

  private static ThriftStruct repeated(String name) {
    return group(name, Repetition.REPEATED, 1);
  }

  private static ThriftStruct leaf(String name, Repetition repetition, PhysicalType type) {
    return new ThriftStruct().with(1, type.number()).with(3, repetition.number()).with(4, name);
  }

  private static ThriftStruct group(String name, Repetition repetition, int children) {
    return new ThriftStruct().with(3, repetition.number()).with(4, name).with(5, children);
  }

  private static ThriftStruct annotated(ThriftStruct element, int old, int logical) {
    ThriftStruct meaning = new ThriftStruct().with(logical, new ThriftStruct());
    return element.with(6, old).with(10, meaning);
  }
}
