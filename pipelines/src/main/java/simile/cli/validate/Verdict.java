package simile.cli.validate;

import java.util.SortedMap;
import java.util.TreeMap;
import simile.contract.rule.Severity;
import simile.contract.rule.Violation;

/** Counts what a validation found. */
public final class Verdict {
  private long blank;
  private long accepted;
  private long rejected;
  private final SortedMap<String, Long> violations = new TreeMap<>();
  private final SortedMap<String, Long> warnings = new TreeMap<>();

  Verdict() {}

  void blank() {
    blank++;
  }

  void record(boolean kept) {
    if (kept) {
      accepted++;
    } else {
      rejected++;
    }
  }

  void broken(Violation violation) {
    (violation.severity() == Severity.ERROR ? violations : warnings)
        .merge(violation.rule(), 1L, Long::sum);
  }

  /** Blank lines, which are skipped. */
  public long blankLines() {
    return blank;
  }

  /** Records, which blank lines are not. */
  public long read() {
    return accepted + rejected;
  }

  public long accepted() {
    return accepted;
  }

  public long rejected() {
    return rejected;
  }

  /** How often each rule that rejects was broken. */
  public SortedMap<String, Long> violationsByRule() {
    return violations;
  }

  /** How often each rule that only warns was broken. */
  public SortedMap<String, Long> warningsByRule() {
    return warnings;
  }
}
