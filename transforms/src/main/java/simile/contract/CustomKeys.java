package simile.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import simile.contract.yaml.Problems;
import simile.contract.yaml.YamlMap;

/**
 * The {@code customProperties} that Simile reads; those of other tools are left alone.
 *
 * <ul>
 *   <li>{@value #STAMPED}: true; a timestamp that is absent counts as the time at which the run was
 *       submitted
 *   <li>{@value #INDEXED}: true; SQLite shards have an index on the field
 *   <li>{@value #INDEXES}: of the whole object, a list of lists of fields
 *   <li>{@value #FREE}: true; any JSON, with duplicate keys and any text
 *   <li>{@value #VALUES}: {@code names}; an object whose values are a string or a list of strings
 *   <li>{@value #DIMENSION}: of {@code embedding}, how many numbers it has
 *   <li>{@value #MERGE}: of the whole object {@code fields}: records that are merged are so field
 *       by field; of an array or object {@code union}: then it has the members of both
 *   <li>{@value #SEVERITY}: of the field's logicalTypeOptions, error or warning
 * </ul>
 */
public final class CustomKeys {
  public static final String STAMPED = "simile.stamped";
  public static final String INDEXED = "simile.indexed";
  public static final String INDEXES = "simile.indexes";
  public static final String FREE = "simile.free";
  public static final String VALUES = "simile.values";
  public static final String DIMENSION = "simile.dimension";
  public static final String SEVERITY = "simile.severity";
  public static final String MERGE = "simile.merge";

  static final Set<String> OF_PROPERTY =
      Set.of(STAMPED, INDEXED, FREE, VALUES, DIMENSION, SEVERITY, MERGE);
  static final Set<String> OF_OBJECT = Set.of(INDEXES, MERGE);

  private static final String PREFIX = "simile.";
  private static final String VALUE = "value";

  private final Map<String, YamlMap> entries = new HashMap<>();

  CustomKeys(YamlMap owner, Set<String> known) {
    for (YamlMap entry : owner.maps("customProperties")) {
      String name = entry.require("property", "a custom property");
      if (name.startsWith(PREFIX) && !known.contains(name)) {
        Problems problems = owner.problems();
        problems.add(
            entry.at("property"),
            "'" + name + "' has no meaning here",
            "one of " + String.join(", ", new TreeSet<>(known)),
            "");
      } else if (entries.putIfAbsent(name, entry) != null && name.startsWith(PREFIX)) {
        owner.problems().add(entry.at("property"), "'" + name + "' is there twice", "once", "");
      }
    }
  }

  boolean flag(String name) {
    return entries.containsKey(name) && entries.get(name).flag(VALUE);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(entries.get(name)).flatMap(entry -> entry.text(VALUE));
  }

  Optional<Integer> integer(String name, int min) {
    return Optional.ofNullable(entries.get(name)).flatMap(entry -> entry.integer(VALUE, min));
  }

  List<List<String>> textLists(String name) {
    return entries.containsKey(name) ? entries.get(name).textLists(VALUE) : List.of();
  }

  void wrong(String name, String expected) {
    entries.get(name).wrong(VALUE, expected);
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** The entry's value, for problems. */
  void problem(String name, String what, String expected) {
    YamlMap entry = entries.get(name);
    entry.problems().add(entry.at(VALUE), what, expected, "");
  }
}
