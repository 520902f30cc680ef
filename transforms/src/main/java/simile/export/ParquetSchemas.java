package simile.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.contract.Contract;
import simile.contract.field.Field;
import simile.contract.field.LogicalType;
import simile.contract.field.Trait;
import simile.parquet.ParquetField;
import simile.parquet.ParquetType;
import simile.record.Schema;

/** The columns that a contract's records have in Parquet. */
public final class ParquetSchemas {
  private ParquetSchemas() {}

  /**
   * The id first, then {@code type}, where the contract describes it, then the stored fields in the
   * contract's order, and last the embedding, where records may have one. A function of the
   * contract alone, so that files of one contract can be joined.
   */
  public static List<ParquetField> of(Contract contract) {
    List<Field> stored = contract.columns();
    List<Field> others = new ArrayList<>(contract.allFields());
    others.removeAll(stored);
    List<ParquetField> fields = new ArrayList<>();
    fields.add(field(stored.get(0)));
    others.stream().filter(f -> !isEmbedding(f)).map(ParquetSchemas::field).forEach(fields::add);
    stored.stream().skip(1).map(ParquetSchemas::field).forEach(fields::add);
    others.stream()
        .filter(ParquetSchemas::isEmbedding)
        .map(ParquetSchemas::field)
        .forEach(fields::add);
    return List.copyOf(fields);
  }

  private static boolean isEmbedding(Field field) {
    return field.name().equals(Schema.EMBEDDING);
  }

  private static ParquetField field(Field field) {
    return new ParquetField(field.name(), isEmbedding(field) ? ParquetType.VECTOR : type(field));
  }

  private static ParquetType type(Field field) {
    return switch (field.type()) {
      case STRING, DATE, TIME -> ParquetType.TEXT;
      case NUMBER -> ParquetType.REAL;
      case INTEGER -> ParquetType.INTEGER;
      case BOOLEAN -> ParquetType.BOOLEAN;
      case TIMESTAMP -> ParquetType.TIMESTAMP;
      case OBJECT -> field.is(Trait.NAMES) ? ParquetType.NAMES : ParquetType.JSON;
      case ARRAY -> isOfTexts(field.items()) ? ParquetType.TEXTS : ParquetType.JSON;
    };
  }

  private static boolean isOfTexts(Optional<Field> items) {
    return items.filter(item -> item.type() == LogicalType.STRING).isPresent();
  }
}
