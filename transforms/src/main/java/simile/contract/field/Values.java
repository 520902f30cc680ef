package simile.contract.field;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import simile.contract.rule.Severity;

/** The strings that a field may hold. */
public record Values(Set<String> allowed, Severity severity) {
  public Values {
    allowed = Collections.unmodifiableSet(new LinkedHashSet<>(allowed));
  }

  public String phrase() {
    return "one of " + String.join(", ", allowed);
  }
}
