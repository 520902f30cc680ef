package simile.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import simile.contract.rule.Severity;
import simile.contract.rule.Violation;
import simile.contract.rule.ViolationSink;

/** What is wrong with the line so far. */
final class Findings {
  private final List<Violation> violations = new ArrayList<>();
  private final Path path;
  private byte[] slab = new byte[0];

  Findings(Path path) {
    this.path = path;
  }

  void start(byte[] newSlab) {
    slab = newSlab;
    if (!violations.isEmpty()) {
      violations.clear();
    }
  }

  /** Reports a breach at the current path; the actual value is {@code slab[start, end)}. */
  void add(String rule, Severity severity, String expected, int start, int end, String hint) {
    add(rule, severity, path.pointer(), expected, snippet(start, end), hint);
  }

  void add(
      String rule, Severity severity, String pointer, String expected, String actual, String hint) {
    violations.add(new Violation(rule, severity, pointer, expected, actual, hint));
  }

  /** Reports that the line cannot be read, which makes all else that was found meaningless. */
  void only(String rule, String expected, String actual, String hint) {
    violations.clear();
    add(rule, Severity.ERROR, "", expected, actual, hint);
  }

  /** Forgets what was found about the fields of a record: the line is a deletion. */
  void keepOnlyJson() {
    violations.removeIf(v -> !v.rule().startsWith("json."));
  }

  boolean isEmpty() {
    return violations.isEmpty();
  }

  /** Hands everything over; says whether the record is to be kept. */
  boolean drainTo(ViolationSink sink) {
    boolean kept = true;
    for (Violation violation : violations) {
      kept &= violation.severity() != Severity.ERROR;
      sink.add(violation);
    }
    violations.clear();
    return kept;
  }

  /** The start of a piece of the line, for people. */
  String snippet(int start, int end) {
    int length = Math.min(end - start, 4 * Violation.MAX_ACTUAL);
    return new String(slab, start, Math.max(0, length), UTF_8);
  }
}
