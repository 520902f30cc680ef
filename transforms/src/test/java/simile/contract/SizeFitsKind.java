package simile.contract;

import java.util.List;
import simile.contract.rule.RecordFields;
import simile.contract.rule.RecordRule;

/** A rule in Java, as a user would bring one. */
public final class SizeFitsKind implements RecordRule {
  @Override
  public String name() {
    return "size-fits-kind";
  }

  @Override
  public List<String> fields() {
    return List.of("size", "kind");
  }

  @Override
  public String expected() {
    return "a size below the length of the kind";
  }

  @Override
  public boolean holds(RecordFields fields) {
    String kind = (String) fields.value("kind").orElseThrow();
    return (Double) fields.value("size").orElseThrow() < kind.length();
  }
}
