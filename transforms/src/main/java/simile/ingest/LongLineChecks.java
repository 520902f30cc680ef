package simile.ingest;

import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;
import simile.contract.rule.Violation;
import simile.input.LongLines;

/** Rejects lines that are too long to hold. */
final class LongLineChecks {
  private LongLineChecks() {}

  static LongLines of(CollectionPlan plan, AuditSink audit, LineChecks checks) {
    Violation violation =
        new Violation(
            RuleIds.LINE_TOO_LONG,
            Severity.ERROR,
            "",
            "at most " + plan.limits().maxLineBytes() + " bytes",
            "more",
            "raise --max-line-bytes if the record is right");
    return piece ->
        audit.longLine(
            piece.file().name(),
            (file, line) -> {
              checks.rejected(violation, file, line);
              return violation;
            });
  }
}
