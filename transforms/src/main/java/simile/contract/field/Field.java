package simile.contract.field;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.contract.rule.Severity;

/**
 * A field of a record, of a nested object, or the items of an array (then the name is empty).
 *
 * @param limits what its value may be; breaches have {@code severity}
 * @param items what an array holds
 * @param properties the declared members of an object; others are allowed
 */
public record Field(
    String name,
    LogicalType type,
    String description,
    Set<Trait> traits,
    Limits limits,
    Severity severity,
    Optional<Values> values,
    Optional<Field> items,
    List<Field> properties) {

  public Field {
    traits = Set.copyOf(traits);
    properties = List.copyOf(properties);
  }

  /** A field of a type and no rules. */
  public static Field of(String name, LogicalType type, Limits limits) {
    return new Field(
        name,
        type,
        "",
        Set.of(),
        limits,
        Severity.ERROR,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
