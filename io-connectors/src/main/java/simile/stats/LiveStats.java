package simile.stats;

import java.util.List;

/**
 * What merging the key files and reading the live records tells.
 *
 * @param records live ones
 * @param deadRows rows that a later row or a deletion hides
 * @param recordBytes of the lines of live records
 * @param deadBytes of the lines of dead rows
 * @param entriesPerRecord entries that a scan reads for each live record; 0 if there is none
 * @param withVectors live records that have a vector
 * @param debt what a full compaction would do
 * @param quality how {@code quality_score} is distributed
 * @param sourceDomains the commonest values of {@code source_domain}
 * @param targetDomains the commonest values of {@code target_domain}
 */
public record LiveStats(
    long records,
    long deadRows,
    long recordBytes,
    long deadBytes,
    double entriesPerRecord,
    long withVectors,
    Debt debt,
    Histogram quality,
    List<Common> sourceDomains,
    List<Common> targetDomains) {

  /**
   * A value and how many live records have it.
   *
   * @param value the value
   * @param records how many
   */
  public record Common(String value, long records) {}

  public LiveStats {
    sourceDomains = List.copyOf(sourceDomains);
    targetDomains = List.copyOf(targetDomains);
  }
}
