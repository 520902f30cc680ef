package simile.verify;

import java.util.List;

/**
 * What a check of a store found.
 *
 * @param version the newest version
 * @param entries entries of the log that were read
 * @param files files that were looked at
 * @param bytes bytes that were read of them
 * @param records records that were read
 * @param findings the worst first, then by path
 */
public record Verification(
    long version, long entries, long files, long bytes, long records, List<Finding> findings) {

  public Verification {
    findings = List.copyOf(findings);
  }

  public boolean has(Severity severity) {
    return count(severity) > 0;
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
