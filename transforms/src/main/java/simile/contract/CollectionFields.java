package simile.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import simile.contract.field.Field;
import simile.contract.field.Limits;
import simile.contract.field.LogicalType;
import simile.contract.field.Trait;
import simile.contract.yaml.YamlMap;
import simile.record.Column;
import simile.record.Schema;

/**
 * The fields of a collection, sorted by what they are for.
 *
 * @param columns what is stored, the id first
 * @param kind {@code type}, if the contract describes it
 * @param embedding {@code embedding}, if records have one
 * @param dimension of embeddings, if the contract says
 * @param mergesFields whether records that are merged are so field by field
 */
record CollectionFields(
    String collection,
    List<Field> columns,
    List<List<String>> indexes,
    Optional<Field> kind,
    Optional<Field> embedding,
    OptionalInt dimension,
    boolean mergesFields) {
  static final String TYPE = "type";
  private static final String TARGET_ID = "target_id";
  private static final Pattern COLLECTION = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final int MAX_DIMENSION = 1 << 16;

  /** An NPZ holds ids in one width, so one endless id would cost every vector of its segment. */
  private static final int MAX_ID_LENGTH = 1024;

  static CollectionFields of(YamlMap object, List<Field> properties) {
    String collection = object.require("name", "the schema object");
    if (!collection.isEmpty() && !COLLECTION.matcher(collection).matches()) {
      object.wrong("name", "a collection's name: a-z, 0-9 and _, a letter first, at most 64");
    }
    if (object.text("logicalType").filter(type -> !type.equals("object")).isPresent()) {
      object.wrong("logicalType", "object");
    }
    if (object.maps("properties").isEmpty()) {
      object
          .problems()
          .add(object.at("properties"), "the collection has no properties", "at least one", "");
    }
    List<Field> columns = new ArrayList<>();
    columns.add(idField(properties));
    for (Field field : properties) {
      if (!Set.of(Schema.ID, TYPE, Schema.EMBEDDING).contains(field.name())) {
        columns.add(field);
      }
    }
    PropertyChecks.check(object, properties);
    CustomKeys custom = new CustomKeys(object, CustomKeys.OF_OBJECT);
    return new CollectionFields(
        collection,
        List.copyOf(columns),
        indexes(custom, columns),
        find(properties, TYPE),
        find(properties, Schema.EMBEDDING),
        dimension(object),
        mergesFields(object, custom, columns));
  }

  static Optional<Field> find(List<Field> fields, String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** An id is never empty, and not longer than its contract or {@value #MAX_ID_LENGTH} allow. */
  private static Field idField(List<Field> properties) {
    Limits.Text notEmpty = new Limits.Text(1, MAX_ID_LENGTH, Optional.empty(), Optional.empty());
    Optional<Field> declared = find(properties, Schema.ID);
    boolean limited =
        declared.isPresent()
            && declared.get().limits() instanceof Limits.Text text
            && text.minLength() > 0
            && text.maxLength() <= MAX_ID_LENGTH;
    return limited ? declared.get() : withLimits(declared, notEmpty);
  }

  private static Field withLimits(Optional<Field> declared, Limits.Text notEmpty) {
    Field id = declared.orElse(Field.of(Schema.ID, LogicalType.STRING, notEmpty));
    Limits.Text limits =
        id.limits() instanceof Limits.Text text
            ? new Limits.Text(
                Math.max(1, text.minLength()),
                Math.min(MAX_ID_LENGTH, text.maxLength()),
                text.pattern(),
                text.format())
            : notEmpty;
    return new Field(
        id.name(),
        id.type(),
        id.description(),
        id.traits(),
        limits,
        id.severity(),
        id.values(),
        id.items(),
        id.properties());
  }

  private static boolean mergesFields(YamlMap object, CustomKeys custom, List<Field> columns) {
    Optional<String> merge = custom.text(CustomKeys.MERGE);
    if (merge.filter(how -> !how.equals("fields")).isPresent()) {
      custom.wrong(CustomKeys.MERGE, "fields");
    }
    if (merge.isEmpty() && columns.stream().anyMatch(field -> field.is(Trait.UNITED))) {
      String what = "a property is united, but records are not merged field by field";
      String expected = "'" + CustomKeys.MERGE + "' fields on the object";
      object.problems().add(object.at("properties"), what, expected, "");
    }
    return merge.isPresent();
  }

  private static List<List<String>> indexes(CustomKeys custom, List<Field> columns) {
    List<List<String>> indexes = custom.textLists(CustomKeys.INDEXES);
    for (String name : indexes.stream().flatMap(List::stream).toList()) {
      if (find(columns, name).isEmpty()) {
        custom.problem(CustomKeys.INDEXES, "no property is named '" + name + "'", "a stored field");
      }
    }
    return indexes;
  }

  private static OptionalInt dimension(YamlMap object) {
    OptionalInt dimension = OptionalInt.empty();
    for (YamlMap property : object.maps("properties")) {
      CustomKeys custom = new CustomKeys(property, CustomKeys.OF_PROPERTY);
      Optional<Integer> given = custom.integer(CustomKeys.DIMENSION, 1);
      if (given.isEmpty()) {
        continue;
      }
      if (!property.text("name").orElse("").equals(Schema.EMBEDDING)
          || given.get() > MAX_DIMENSION) {
        custom.problem(
            CustomKeys.DIMENSION,
            "'" + CustomKeys.DIMENSION + "' does not fit",
            "1 to " + MAX_DIMENSION + ", on the property 'embedding'");
      }
      dimension = OptionalInt.of(given.get());
    }
    return dimension;
  }

  Schema schema(OptionalInt known) {
    List<Column> stored =
        columns.stream()
            .map(
                f ->
                    new Column(
                        f.name(), f.type().column(), f.is(Trait.STAMPED), f.is(Trait.INDEXED)))
            .toList();
    Optional<String> partition =
        columns.stream().filter(f -> f.is(Trait.PARTITION)).map(Field::name).findFirst();
    return new Schema(
        collection, stored, partition, indexes, dimension.isPresent() ? dimension : known);
  }

  static boolean isReserved(String name) {
    return name.equals(TARGET_ID);
  }
}
