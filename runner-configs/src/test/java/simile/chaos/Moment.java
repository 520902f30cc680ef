package simile.chaos;

/** When a fault strikes, as it shows from outside. */
enum Moment {
  /** A task manager has the input open. */
  READING("while reading"),
  /** A segment is begun, and its last file is not there. */
  WRITING("while writing segments"),
  /** Every split has a whole segment, and the log has no entry. */
  ENDING("between the last segment and the commit"),
  /** The entry is on its way to the log, and not there. */
  COMMITTING("during the commit, before the entry"),
  /** The entry is there, and the job has not ended. */
  COMMITTED("during the commit, after the entry"),
  /** All the while. */
  ALWAYS("all the while");

  private final String text;

  Moment(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
