package simile.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simile.contract.field.Field;
import simile.contract.field.LogicalType;
import simile.contract.field.Trait;
import simile.contract.yaml.YamlMap;
import simile.record.Schema;

/** Finds what is wrong with a collection's properties as a whole. */
final class PropertyChecks {
  private final YamlMap object;

  private PropertyChecks(YamlMap object) {
    this.object = object;
  }

  static void check(YamlMap object, List<Field> properties) {
    PropertyChecks checks = new PropertyChecks(object);
    checks.partition(properties);
    checks.spelling(properties);
    checks.known(properties, Schema.ID, LogicalType.STRING);
    checks.known(properties, CollectionFields.TYPE, LogicalType.STRING);
    checks.known(properties, Schema.EMBEDDING, LogicalType.ARRAY);
    checks.embedding(properties);
    checks.primaryKey();
  }

  private void add(String property, String key, String what, String expected, String hint) {
    for (YamlMap map : object.maps("properties")) {
      if (map.text("name").orElse("").equals(property)) {
        object.problems().add(map.at(key), what, expected, hint);
        return;
      }
    }
  }

  private void partition(List<Field> properties) {
    List<Field> keys = properties.stream().filter(f -> f.is(Trait.PARTITION)).toList();
    for (Field key : keys.subList(Math.min(1, keys.size()), keys.size())) {
      add(key.name(), "partitioned", "a second partition key, '" + key.name() + "'", "one", "");
    }
    for (Field key : keys) {
      if (key.type() != LogicalType.STRING) {
        add(key.name(), "partitioned", "a partition key that is no string", "a string", "");
      }
    }
  }

  /** SQLite's columns and Windows' folders do not tell upper from lower case. */
  private void spelling(List<Field> properties) {
    Map<String, String> seen = new HashMap<>();
    for (Field field : properties) {
      String twin = seen.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field.name());
      if (twin != null && !twin.equals(field.name())) {
        String what = "'" + field.name() + "' and '" + twin + "' differ in case only";
        add(field.name(), "name", what, "names that SQLite tells apart", "");
      }
      if (field.name().equalsIgnoreCase(Schema.EXTRA)) {
        String what = "'" + field.name() + "' is the column of what the contract does not know";
        add(field.name(), "name", what, "another name", "rename the field");
      }
      if (CollectionFields.isReserved(field.name())) {
        String what = "'" + field.name() + "' is the field by which deletions name their record";
        add(field.name(), "name", what, "another name", "");
      }
    }
  }

  private void known(List<Field> properties, String name, LogicalType type) {
    Optional<Field> field = CollectionFields.find(properties, name);
    if (field.isPresent() && field.get().type() != type) {
      add(name, "logicalType", "'" + name + "' must be a " + type.label(), type.label(), "");
    }
  }

  private void embedding(List<Field> properties) {
    Optional<Field> field = CollectionFields.find(properties, Schema.EMBEDDING);
    boolean numbers =
        field.flatMap(Field::items).filter(i -> i.type() == LogicalType.NUMBER).isPresent();
    if (field.isPresent() && !numbers) {
      add(Schema.EMBEDDING, "items", "an embedding that holds no numbers", "items: number", "");
    }
  }

  private void primaryKey() {
    List<String> keys = new ArrayList<>();
    for (YamlMap property : object.maps("properties")) {
      if (property.flag("primaryKey")) {
        keys.add(property.text("name").orElse(""));
      }
    }
    for (String key : keys) {
      if (!key.equals(Schema.ID)) {
        String hint = "records are identified by their field 'id'";
        add(key, "primaryKey", "'" + key + "' as primary key", "the property 'id'", hint);
      }
    }
  }
}
