package simile.verify;

/** Faults of one kind in one file, told as one finding. */
final class RowFaults {
  private long count;
  private String first = "";

  void add(String what) {
    if (count++ == 0) {
      first = what;
    }
  }

  /** Adds the finding, if there were faults. */
  void report(Findings findings, FindingKind kind, String path, String next) {
    if (count == 1) {
      findings.add(kind, path, first, next);
    } else if (count > 1) {
      findings.add(kind, path, "%s; %d like it in the file".formatted(first, count - 1), next);
    }
  }
}
