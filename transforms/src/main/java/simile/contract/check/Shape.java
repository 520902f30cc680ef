package simile.contract.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.contract.field.Field;
import simile.record.Schema;

/**
 * What a checker checks against.
 *
 * @param schema the columns
 * @param columns the field of each column, in the schema's order
 * @param kind the {@code type} field, if the contract describes it
 * @param embeds whether records may have an {@code embedding}
 * @param dimension of embeddings; empty while it is unknown
 * @param rules across fields
 */
public record Shape(
    Schema schema,
    List<Field> columns,
    Optional<Field> kind,
    boolean embeds,
    OptionalInt dimension,
    List<CrossRule> rules) {
  public Shape {
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
  }
}
