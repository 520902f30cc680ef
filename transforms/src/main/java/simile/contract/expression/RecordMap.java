package simile.contract.expression;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import simile.contract.rule.RecordFields;

/** A record as the map that CEL selects from; fields are decoded when they are asked for. */
final class RecordMap extends AbstractMap<String, Object> {
  private final Set<String> names;
  private final RecordFields fields;

  RecordMap(Set<String> names, RecordFields fields) {
    this.names = names;
    this.fields = fields;
  }

  @Override
  public boolean containsKey(Object key) {
    return key instanceof String name && fields.has(name);
  }

  @Override
  public Object get(Object key) {
    // Map's own contract: null for what is not there.
    return key instanceof String name ? fields.value(name).orElse(null) : null;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return names.stream()
        .filter(fields::has)
        .map(name -> Map.entry(name, fields.value(name).orElseThrow()))
        .collect(Collectors.toSet());
  }
}
