package simile.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import simile.cli.console.Column;
import simile.cli.console.RecordPrinter;

/** What {@code query} asks of a store. */
interface QueryView {

  /** What to look for. */
  record Request(
      Target.Place place,
      AsOf asOf,
      Filters.Criteria criteria,
      Optional<OrderBy> orderBy,
      OptionalLong limit,
      boolean withEmbeddings) {}

  /** The columns that a table or CSV of this collection shows. */
  List<Column> columns(Request request) throws IOException;

  /** Prints the records that match, one after another. */
  void run(Request request, RecordPrinter printer) throws IOException;

  /** Says in a few lines how the query would run: segments, what was pruned, the order. */
  String explain(Request request) throws IOException;
}
