package simile.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.record.Column;
import simile.record.Schema;

/** Whether a contract can follow the one that a collection was written with. */
public final class ContractCompatibility {
  private ContractCompatibility() {}

  /**
   * Compares how a collection is stored with how a contract would store it. New columns, indexes
   * and looser or stricter rules are fine: they count for what is written from now on.
   *
   * @return why the contract does not fit, each a sentence; empty if it does
   */
  public static List<String> check(Schema stored, Contract next) {
    Schema wanted = next.schema();
    List<String> reasons = new ArrayList<>();
    if (!stored.collection().equals(wanted.collection())) {
      reasons.add(
          "the collection is '%s', but the contract is for '%s'"
              .formatted(stored.collection(), wanted.collection()));
    }
    for (Column column : stored.columns()) {
      compare(column, wanted).ifPresent(reasons::add);
    }
    if (!stored.partitionBy().equals(wanted.partitionBy())) {
      reasons.add(
          "the collection is partitioned by %s, but the contract says %s"
              .formatted(shown(stored.partitionBy()), shown(wanted.partitionBy())));
    }
    dimension(stored, next).ifPresent(reasons::add);
    return List.copyOf(reasons);
  }

  private static Optional<String> compare(Column column, Schema wanted) {
    int index = wanted.indexOf(column.name());
    if (index < 0) {
      return Optional.of(
          "the column '%s' is stored, but the contract lacks it".formatted(column.name()));
    }
    Column next = wanted.columns().get(index);
    return next.type() == column.type()
        ? Optional.empty()
        : Optional.of(
            "the column '%s' is stored as %s, but the contract says %s"
                .formatted(column.name(), column.type(), next.type()));
  }

  private static Optional<String> dimension(Schema stored, Contract next) {
    if (stored.dimension().isEmpty()) {
      return Optional.empty();
    }
    int dimension = stored.dimension().getAsInt();
    if (!next.embeds()) {
      return Optional.of(
          "the collection has embeddings of %d numbers, but the contract has none"
              .formatted(dimension));
    }
    int wanted = next.schema().dimension().orElse(dimension);
    return wanted == dimension
        ? Optional.empty()
        : Optional.of(
            "the collection has embeddings of %d numbers, but the contract says %d"
                .formatted(dimension, wanted));
  }

  private static String shown(Optional<String> field) {
    return field.map(name -> "'" + name + "'").orElse("nothing");
  }
}
