package simile.query;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import simile.files.StoreFiles;
import simile.merge.SegmentSources;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.IdRange;
import simile.record.Schema;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/** Answers queries to the live segments of one collection. */
public final class QueryRunner {
  private final StoreFiles files;
  private final Schema schema;
  private final List<LiveSegment> segments;

  public QueryRunner(StoreFiles files, Schema schema, List<LiveSegment> segments) {
    this.files = files;
    this.schema = schema;
    this.segments = List.copyOf(segments);
  }

  /**
   * Runs a query. The rows are to be closed.
   *
   * @throws IllegalArgumentException if the query orders by a field that the contract does not know
   * @throws IOException if a file of the snapshot cannot be read or is damaged
   */
  public Rows run(Query query) throws IOException {
    return run(query, IdRange.ALL);
  }

  /** Runs a query over the records whose ids are in a range, to share the work. */
  public Rows run(Query query, IdRange range) throws IOException {
    query.orderBy().ifPresent(this::requireColumn);
    SegmentSources sources = SegmentSources.open(files, candidates(query.criteria(), range));
    try {
      Scan scan = new Scan(files, schema, sources, rowsOf(query.criteria(), range, sources), query);
      Rows ordered =
          query.orderBy().isPresent()
              ? RowSorter.sort(scan, schema, query.orderBy().get(), query.limit())
              : scan;
      return query.limit().isPresent() ? new Limited(ordered, query.limit().getAsLong()) : ordered;
    } catch (IOException | RuntimeException e) {
      sources.close();
      throw e;
    }
  }

  /** Segments that may hold an entry of the ids asked for. */
  private List<LiveSegment> candidates(Criteria criteria, IdRange range) {
    if (criteria.ids().isEmpty()) {
      return segments.stream()
          .filter(live -> range.overlaps(live.segment().minId(), live.segment().maxId()))
          .toList();
    }
    return segments.stream()
        .filter(live -> criteria.ids().stream().anyMatch(id -> mayHold(live.segment(), id)))
        .toList();
  }

  private static boolean mayHold(Segment segment, String id) {
    return Utf8Order.compare(segment.minId(), id) <= 0
        && Utf8Order.compare(id, segment.maxId()) <= 0;
  }

  private static LiveRows rowsOf(Criteria criteria, IdRange range, SegmentSources sources)
      throws IOException {
    if (criteria.ids().isEmpty()) {
      return new LiveEntries(sources.list(), range);
    }
    TreeSet<String> ids = new TreeSet<>(Utf8Order::compare);
    criteria.ids().stream().filter(range::contains).forEach(ids::add);
    return new LookedUp(ids.iterator(), sources.list());
  }

  private void requireColumn(OrderBy order) {
    int column = schema.indexOf(order.field());
    if (column < 0 || schema.columns().get(column).type() == ColumnType.JSON) {
      throw new IllegalArgumentException(
          "cannot order by '"
              + order.field()
              + "': collection '"
              + schema.collection()
              + "' has "
              + schema.columns().stream()
                  .filter(c -> c.type() != ColumnType.JSON)
                  .map(Column::name)
                  .toList());
    }
  }

  /** Stops after so many rows. */
  private static final class Limited implements Rows {
    private final Rows rows;
    private long left;

    Limited(Rows rows, long limit) {
      this.rows = rows;
      this.left = limit;
    }

    @Override
    public Optional<Row> next() throws IOException {
      return left-- > 0 ? rows.next() : Optional.empty();
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
