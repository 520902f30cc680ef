package simile.contract.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import simile.contract.field.Field;
import simile.contract.field.Limits;
import simile.contract.field.Trait;

/** The declared members of one nested object, and which of them it lacks so far. */
final class ObjectScope {
  private static final ObjectScope OPEN = new ObjectScope(Map.of(), Set.of());

  private final Map<String, Field> declared;
  private final Set<String> missing;

  private ObjectScope(Map<String, Field> declared, Set<String> missing) {
    this.declared = declared;
    this.missing = missing;
  }

  static ObjectScope of(Field field) {
    List<String> wanted =
        field.limits() instanceof Limits.Members members ? members.required() : List.of();
    if (field.properties().isEmpty() && wanted.isEmpty()) {
      return OPEN;
    }
    Map<String, Field> declared = new HashMap<>();
    Set<String> missing = new TreeSet<>(wanted);
    for (Field property : field.properties()) {
      declared.put(property.name(), property);
      if (property.is(Trait.REQUIRED)) {
        missing.add(property.name());
      }
    }
    return new ObjectScope(declared, missing);
  }

  boolean has(String name) {
    return declared.containsKey(name);
  }

  Field field(String name) {
    return declared.get(name);
  }

  void see(String name) {
    if (!missing.isEmpty()) {
      missing.remove(name);
    }
  }

  Set<String> missing() {
    return missing;
  }
}
