package simile.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.contract.field.Field;
import simile.contract.field.Limits;
import simile.contract.field.LogicalType;
import simile.contract.field.Trait;
import simile.contract.field.Values;
import simile.contract.rule.Severity;
import simile.contract.yaml.YamlMap;

/** Reads properties, nested ones too. */
final class PropertyParser {
  private static final String LOGICAL_TYPE = "logicalType";
  private static final String TYPES =
      "string, number, integer, boolean, timestamp, date, time, object or array";

  private final QualityParser quality;

  PropertyParser(QualityParser quality) {
    this.quality = quality;
  }

  /** The properties of an object or of the whole record. */
  List<Field> properties(YamlMap owner) {
    List<Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlMap property : owner.maps("properties")) {
      String name = property.require("name", "a property");
      if (!name.isEmpty() && !names.add(name)) {
        String what = "two properties are named '" + name + "'";
        owner.problems().add(property.at("name"), what, "each name once", "");
      }
      fields.add(field(property, name));
    }
    return fields;
  }

  private Field field(YamlMap property, String name) {
    property.allowOnly(OdcsKeys.PROPERTY, name.isEmpty() ? "items" : "property '" + name + "'");
    Optional<LogicalType> known = type(property);
    LogicalType type = known.orElse(LogicalType.STRING);
    CustomKeys custom = new CustomKeys(property, CustomKeys.OF_PROPERTY);
    // Of a type that nobody knows, no option is right or wrong.
    Limits limits = known.map(t -> LimitsParser.parse(property, t)).orElse(new Limits.None());
    Optional<Values> values = quality.values(property, type);
    return new Field(
        name,
        type,
        property.text("description").orElse(""),
        traits(property, custom, type),
        limits,
        severity(custom),
        values,
        items(property, type),
        nested(property, type));
  }

  private static Optional<LogicalType> type(YamlMap property) {
    Optional<String> label = property.text(LOGICAL_TYPE);
    if (label.isEmpty()) {
      property
          .problems()
          .add(property.at(LOGICAL_TYPE), "'logicalType' is missing in a property", TYPES, "");
      return Optional.empty();
    }
    Optional<LogicalType> type = LogicalType.of(label.get());
    if (type.isEmpty()) {
      property.wrong(LOGICAL_TYPE, TYPES);
    }
    return type;
  }

  private static Set<Trait> traits(YamlMap property, CustomKeys custom, LogicalType type) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (property.flag("required")) {
      traits.add(Trait.REQUIRED);
    }
    if (property.flag("partitioned")) {
      traits.add(Trait.PARTITION);
    }
    if (custom.flag(CustomKeys.INDEXED)) {
      traits.add(Trait.INDEXED);
    }
    addTyped(traits, Trait.STAMPED, custom, CustomKeys.STAMPED, type == LogicalType.TIMESTAMP);
    addTyped(traits, Trait.FREE, custom, CustomKeys.FREE, type == LogicalType.OBJECT);
    Optional<String> values = custom.text(CustomKeys.VALUES);
    if (values.isPresent()) {
      if (values.get().equals("names") && type == LogicalType.OBJECT) {
        traits.add(Trait.NAMES);
      } else {
        custom.wrong(CustomKeys.VALUES, "names, on an object");
      }
    }
    addUnited(traits, custom, type);
    return traits;
  }

  private static void addUnited(Set<Trait> traits, CustomKeys custom, LogicalType type) {
    Optional<String> merge = custom.text(CustomKeys.MERGE);
    if (merge.isEmpty()) {
      return;
    }
    boolean hasMembers = type == LogicalType.ARRAY || type == LogicalType.OBJECT;
    if (merge.get().equals("union") && hasMembers) {
      traits.add(Trait.UNITED);
    } else {
      custom.wrong(CustomKeys.MERGE, "union, on an array or object");
    }
  }

  private static void addTyped(
      Set<Trait> traits, Trait trait, CustomKeys custom, String key, boolean fits) {
    if (!custom.flag(key)) {
      return;
    }
    traits.add(trait);
    if (!fits) {
      String wanted = trait == Trait.STAMPED ? "a timestamp" : "an object";
      custom.problem(key, "'" + key + "' does not fit the logicalType", wanted);
    }
  }

  private static Severity severity(CustomKeys custom) {
    Optional<String> label = custom.text(CustomKeys.SEVERITY);
    Optional<Severity> severity = label.flatMap(SeverityParser::parse);
    if (label.isPresent() && severity.isEmpty()) {
      custom.wrong(CustomKeys.SEVERITY, SeverityParser.EXPECTED);
    }
    return severity.orElse(Severity.ERROR);
  }

  private Optional<Field> items(YamlMap property, LogicalType type) {
    Optional<YamlMap> items = property.map("items");
    if (items.isPresent() && type != LogicalType.ARRAY) {
      misplaced(property, "items", "logicalType array");
      return Optional.empty();
    }
    return items.map(map -> field(map, ""));
  }

  private List<Field> nested(YamlMap property, LogicalType type) {
    if (property.has("properties") && type != LogicalType.OBJECT) {
      misplaced(property, "properties", "logicalType object");
      return List.of();
    }
    return properties(property);
  }

  private static void misplaced(YamlMap property, String key, String expected) {
    property
        .problems()
        .add(property.keyAt(key), "'" + key + "' does not fit the logicalType", expected, "");
  }
}
