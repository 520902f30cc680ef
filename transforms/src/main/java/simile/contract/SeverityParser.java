package simile.contract;

import java.util.Optional;
import simile.contract.rule.Severity;

/** Reads {@code severity}; error where it is absent. */
final class SeverityParser {
  static final String EXPECTED = "error (rejects the record) or warning (counts the breach)";

  private SeverityParser() {}

  static Optional<Severity> parse(String label) {
    return switch (label) {
      case "error" -> Optional.of(Severity.ERROR);
      case "warning" -> Optional.of(Severity.WARNING);
      default -> Optional.empty();
    };
  }
}
