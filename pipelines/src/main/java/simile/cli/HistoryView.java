package simile.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What {@code history} asks of a store. */
interface HistoryView {

  /**
   * An entry of the log. {@code kind}: {@code commit}, or {@code audit} or {@code fence}, which add
   * no rows.
   */
  record Entry(
      long version,
      String kind,
      String operation,
      String context,
      String collection,
      String runId,
      Instant committedAt,
      long read,
      long accepted,
      long rejected,
      long deletions,
      long rows) {}

  /**
   * The entries, newest first.
   *
   * @param all also audits and fences
   */
  List<Entry> entries(Target.Place place, boolean all) throws IOException;
}
