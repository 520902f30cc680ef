package simile.bundle.croissant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simile.bundle.BundledCollection;
import simile.contract.Contract;
import simile.contract.field.Field;
import simile.contract.field.LogicalType;
import simile.contract.field.Trait;
import simile.record.Schema;

/** A collection as {@code RecordSet}: its fields, from the contract. */
final class RecordSetNode {
  private final BundledCollection collection;
  private final Contract contract;

  RecordSetNode(BundledCollection collection, Contract contract) {
    this.collection = collection;
    this.contract = contract;
  }

  void write(ObjectNode json) {
    json.put("@type", "cr:RecordSet");
    json.put("@id", collection.name());
    json.put("name", collection.name());
    json.put("description", description());
    json.putObject("key").put("@id", id(List.of(Schema.ID)));
    ArrayNode fields = json.putArray("field");
    for (Field field : contract.allFields()) {
      if (!field.name().equals(Schema.EMBEDDING) && hasType(field)) {
        write(fields.addObject(), List.of(field.name()), field);
      }
    }
  }

  private String description() {
    List<String> untyped =
        contract.allFields().stream().filter(f -> !hasType(f)).map(Field::name).toList();
    String counts = "%d records of %s.".formatted(collection.records(), collection.name());
    return untyped.isEmpty()
        ? counts
        : counts + " Not described, since any JSON may be in them: " + String.join(", ", untyped);
  }

  /**
   * @param path the names that lead to the field; the first is the column
   */
  private void write(ObjectNode json, List<String> path, Field field) {
    head(json, id(path), field);
    Optional<Field> parts = parts(field);
    if (parts.isEmpty()) {
      json.put("dataType", dataType(field));
      source(json.putObject("source"), path);
      return;
    }
    ArrayNode subFields = json.putArray("subField");
    for (Field part : parts.get().properties().stream().filter(RecordSetNode::hasType).toList()) {
      write(subFields.addObject(), append(path, part.name()), part);
    }
  }

  private String id(List<String> path) {
    return collection.name() + "/" + String.join("/", path.stream().map(Iri::segment).toList());
  }

  private static List<String> append(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }

  private static void head(ObjectNode json, String id, Field field) {
    json.put("@type", "cr:Field");
    json.put("@id", id);
    json.put("name", field.name());
    if (!field.description().isEmpty()) {
      json.put("description", field.description());
    }
    if (isList(field)) {
      json.put("repeated", true);
    }
  }

  private void source(ObjectNode json, List<String> path) {
    json.putObject("fileSet").put("@id", FileNodes.setId(collection.name()));
    json.putObject("extract").put("column", path.get(0));
    if (path.size() > 1) {
      json.putObject("transform").put("jsonPath", JsonPath.of(path.subList(1, path.size())));
    }
  }

  /** The object whose declared members become sub-fields; empty if there is none. */
  private static Optional<Field> parts(Field field) {
    Field object = isList(field) ? field.items().orElseThrow() : field;
    boolean declared =
        object.type() == LogicalType.OBJECT
            && !object.properties().isEmpty()
            && !object.is(Trait.FREE);
    return declared ? Optional.of(object) : Optional.empty();
  }

  /** Arrays whose items have one type; of arrays in arrays Croissant 1.0 knows nothing. */
  private static boolean isList(Field field) {
    return field.type() == LogicalType.ARRAY
        && field.items().filter(items -> items.type() != LogicalType.ARRAY).isPresent();
  }

  /** Whether Croissant 1.0 has a type for it: not for objects whose keys are data. */
  private static boolean hasType(Field field) {
    Optional<Field> parts = parts(field);
    if (parts.isPresent()) {
      return parts.get().properties().stream().anyMatch(RecordSetNode::hasType);
    }
    LogicalType type = isList(field) ? field.items().orElseThrow().type() : field.type();
    return type != LogicalType.OBJECT && type != LogicalType.ARRAY;
  }

  private static String dataType(Field field) {
    LogicalType type = isList(field) ? field.items().orElseThrow().type() : field.type();
    return switch (type) {
      case STRING -> "sc:Text";
      case NUMBER -> "sc:Float";
      case INTEGER -> "sc:Integer";
      case BOOLEAN -> "sc:Boolean";
      case TIMESTAMP -> "sc:DateTime";
      case DATE -> "sc:Date";
      case TIME -> "sc:Time";
      case OBJECT, ARRAY -> throw new IllegalArgumentException(field.name() + " has no type");
    };
  }
}
