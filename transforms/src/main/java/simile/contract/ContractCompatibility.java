package simile.contract;

import java.util.ArrayList;
import java.util.List;
import simile.record.Column;
import simile.record.Schema;

/** Whether a collection that is stored one way can go on under another contract. */
public final class ContractCompatibility {
  private ContractCompatibility() {}

  /** Why not; empty if it can. */
  public static List<String> check(Schema stored, Schema next) {
    List<String> reasons = new ArrayList<>();
    for (Column column : stored.columns()) {
      int index = next.indexOf(column.name());
      if (index < 0) {
        reasons.add("field '" + column.name() + "' is gone");
      } else if (next.columns().get(index).type() != column.type()) {
        reasons.add(
            "field '%s' was %s and is %s"
                .formatted(column.name(), column.type(), next.columns().get(index).type()));
      }
    }
    if (!stored.partitionBy().equals(next.partitionBy())) {
      reasons.add(
          "the partition key was %s and is %s"
              .formatted(stored.partitionBy().orElse("none"), next.partitionBy().orElse("none")));
    }
    if (stored.dimension().isPresent() && !stored.dimension().equals(next.dimension())) {
      reasons.add(
          "embeddings have %d numbers and would have %s"
              .formatted(stored.dimension().getAsInt(), next.dimension()));
    }
    return reasons;
  }
}
