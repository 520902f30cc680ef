package simile.bundle.card;

import simile.contract.Contract;
import simile.contract.field.Field;
import simile.contract.field.LogicalType;
import simile.contract.field.Trait;
import simile.record.Schema;

/** A contract's fields as {@code features}; vectors are in the NPZ and are none. */
final class Features {
  private static final String DTYPE = "dtype";

  private Features() {}

  static void write(Yaml features, Contract contract) {
    for (Field field : contract.allFields()) {
      if (!field.name().equals(Schema.EMBEDDING)) {
        features.item(feature -> named(feature, field));
      }
    }
  }

  private static void named(Yaml feature, Field field) {
    feature.text("name", field.name());
    type(feature, field);
  }

  private static void type(Yaml feature, Field field) {
    if (isStruct(field)) {
      feature.block("struct", members -> members(members, field));
    } else if (isList(field)) {
      list(feature, field.items().orElseThrow());
    } else {
      feature.text(DTYPE, scalar(field.type()));
    }
  }

  /** The Hub writes {@code list: string}, {@code list: [members]} and {@code list: {list: …}}. */
  private static void list(Yaml feature, Field items) {
    if (isStruct(items)) {
      feature.block("list", members -> members(members, items));
    } else if (isList(items)) {
      feature.block("list", inner -> type(inner, items));
    } else {
      feature.text("list", scalar(items.type()));
    }
  }

  private static void members(Yaml members, Field object) {
    object.properties().forEach(field -> members.item(member -> named(member, field)));
  }

  private static boolean isStruct(Field field) {
    return field.type() == LogicalType.OBJECT
        && !field.properties().isEmpty()
        && !field.is(Trait.FREE);
  }

  private static boolean isList(Field field) {
    return field.type() == LogicalType.ARRAY && field.items().isPresent();
  }

  // Timestamps stay text: their offsets are data, and the Hub's loader would not parse them.
  private static String scalar(LogicalType type) {
    return switch (type) {
      case STRING, TIMESTAMP, DATE, TIME -> "string";
      case NUMBER -> "float64";
      case INTEGER -> "int64";
      case BOOLEAN -> "bool";
      case OBJECT, ARRAY -> "json";
    };
  }
}
