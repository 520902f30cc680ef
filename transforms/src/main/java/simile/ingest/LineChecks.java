package simile.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.contract.check.RecordChecker;
import simile.contract.rule.Severity;
import simile.contract.rule.Violation;
import simile.input.SplitSlab;
import simile.jsonl.LineFault;
import simile.jsonl.Slab;
import simile.record.RecordBatchBuilder;

/** Checks the lines of slabs, tallies them, and sends what is rejected to the audit. */
final class LineChecks {
  private final AuditSink audit;
  private final Tally tally;
  private final long firstPosition;
  private final List<Violation> found = new ArrayList<>();
  private final Set<String> seenRules = new HashSet<>();
  private final List<RuleExample> examples = new ArrayList<>();
  private long lines;

  /**
   * @param firstPosition the position of the split's first line
   */
  LineChecks(AuditSink audit, Tally tally, long firstPosition) {
    this.audit = audit;
    this.tally = tally;
    this.firstPosition = firstPosition;
  }

  /** Adds the accepted lines of a slab to a batch over the same bytes. */
  void check(RecordChecker checker, SplitSlab slab, RecordBatchBuilder into) throws IOException {
    for (int p = 0; p < slab.pieces().size(); p++) {
      String file = slab.pieces().get(p).file().name();
      for (int line = slab.firstLine(p); line < slab.endLine(p); line++) {
        if (slab.slab().isBlank(line)) {
          tally.blank();
        } else {
          checkLine(checker, slab.slab(), line, file, into);
        }
        lines++;
      }
    }
  }

  /** Notes that a line broke a rule without being checked, as one that is too long. */
  void rejected(Violation violation, String file, long line) {
    tally.rejected();
    lines++;
    note(violation, file, line);
  }

  /** Of each rule, the first breach. */
  List<RuleExample> examples() {
    return examples;
  }

  private void checkLine(
      RecordChecker checker, Slab slab, int line, String file, RecordBatchBuilder into)
      throws IOException {
    found.clear();
    int start = slab.start(line);
    int end = slab.end(line);
    Optional<LineFault> fault = slab.fault(line);
    fault.ifPresent(unread -> found.add(violation(unread)));
    boolean accepted =
        fault.isEmpty()
            && checker.check(slab.bytes(), start, end, firstPosition + lines, into, found::add);
    if (accepted) {
      tally.accepted();
      found.forEach(violation -> note(violation, file, slab.number(line) + 1));
    } else {
      tally.rejected();
      reject(slab, line, file, found);
    }
  }

  /**
   * Takes back that a line was accepted: merged with the record that the store has, it breaks the
   * contract. The audit has the line as it came.
   *
   * @param start where the line starts in the slab's bytes
   */
  void rejectMerged(SplitSlab slab, int start, List<Violation> violations) throws IOException {
    int line = slab.slab().lineAt(start);
    int piece = 0;
    while (slab.endLine(piece) <= line) {
      piece++;
    }
    tally.acceptedNoMore();
    reject(slab.slab(), line, slab.pieces().get(piece).file().name(), violations);
  }

  private void reject(Slab slab, int line, String file, List<Violation> violations)
      throws IOException {
    long number = slab.number(line) + 1;
    violations.forEach(violation -> note(violation, file, number));
    int start = slab.start(line);
    int length = slab.end(line) - start;
    audit.add(file, number, slab.offset(line), violations, slab.bytes(), start, length);
  }

  private static Violation violation(LineFault fault) {
    return new Violation(
        fault.rule(),
        Severity.ERROR,
        fault.field(),
        fault.expected(),
        fault.actual(),
        fault.hint());
  }

  private void note(Violation violation, String file, long line) {
    if (violation.severity() == Severity.ERROR) {
      tally.violation(violation.rule());
    } else {
      tally.warning(violation.rule());
    }
    if (seenRules.add(violation.rule())) {
      examples.add(RuleExample.of(violation, file, line));
    }
  }
}
