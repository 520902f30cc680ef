package simile.contract.rule;

import java.util.Optional;

/** The contract's fields of one record, decoded when they are asked for. */
@FunctionalInterface
public interface RecordFields {
  /**
   * A field's value, empty where the record lacks it: {@code String}, {@code Double}, {@code Long},
   * {@code Boolean}, {@link java.time.Instant}, {@link java.util.List} or {@link java.util.Map}.
   */
  Optional<Object> value(String field);

  default boolean has(String field) {
    return value(field).isPresent();
  }
}
