package simile.jobs;

/**
 * How much a run published outside the store, which has no entry for it.
 *
 * @param rows records
 * @param bytes as stored
 * @param files how many
 */
public record Published(long rows, long bytes, long files) {
  static final String ROWS = "rows_written";
  static final String BYTES = "bytes_written";
  static final String FILES = "files_written";

  /** Notes it in the run's workflow. */
  public void noteIn(RunProgress progress) {
    progress.at(rows, rows);
    progress.note(ROWS, Long.toString(rows));
    progress.note(BYTES, Long.toString(bytes));
    progress.note(FILES, Long.toString(files));
  }
}
