package simile.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.keys.KeyIndexes;
import simile.merge.KeyMerge;
import simile.merge.KeyRanges;
import simile.merge.RowReader;
import simile.merge.SegmentSources;
import simile.merge.SoundFiles;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.IdRange;
import simile.record.Schema;
import simile.segment.LiveSegment;

/** Answers queries to the live segments of one collection. */
public final class QueryRunner {
  /** Entries of a range that one thread reads at a time. */
  private static final long ENTRIES_A_RANGE = 1 << 14;

  private final StoreFiles files;
  private final Schema schema;
  private final List<LiveSegment> segments;
  private final KeyIndexes indexes;
  private final SoundFiles sound;

  public QueryRunner(StoreFiles files, Schema schema, List<LiveSegment> segments) {
    this(files, schema, segments, new KeyIndexes(0));
  }

  /**
   * @param indexes of key files that were used before
   */
  public QueryRunner(
      StoreFiles files, Schema schema, List<LiveSegment> segments, KeyIndexes indexes) {
    this(files, schema, segments, indexes, new SoundFiles(files));
  }

  /**
   * @param indexes of key files that were used before
   * @param sound files of vectors that were compared with the log before
   */
  public QueryRunner(
      StoreFiles files,
      Schema schema,
      List<LiveSegment> segments,
      KeyIndexes indexes,
      SoundFiles sound) {
    this.files = files;
    this.sound = sound;
    this.schema = schema;
    this.segments = List.copyOf(segments);
    this.indexes = indexes;
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
    return run(query, range, RowReader.WHOLE);
  }

  /** Runs a query with several threads. The rows come in the same order, and are to be closed. */
  public Rows run(Query query, int threads) throws IOException {
    return run(query, threads, ENTRIES_A_RANGE);
  }

  Rows run(Query query, int threads, long entriesOfRange) throws IOException {
    if (threads == 1 || !query.criteria().ids().isEmpty()) {
      return run(query);
    }
    query.orderBy().ifPresent(this::requireColumn);
    Plan plan = Plan.of(segments, query.criteria(), IdRange.ALL);
    SegmentSources sources = SegmentSources.open(files, plan.read(), indexes);
    List<IdRange> ranges = KeyRanges.cut(sources.list(), entriesOfRange);
    int readers = Math.min(threads, ranges.size());
    RowReader.Budget budget = RowReader.WHOLE.dividedBy(readers);
    return ordered(
        new ParallelScan(
            sources, ranges, readers, () -> new RowLook(files, sound, schema, query, budget)),
        query);
  }

  /**
   * Cuts a query into parts, each for a thread of its own. They hold about as many entries each,
   * and their ids follow each other.
   *
   * @return at most {@code parts}, all to be closed
   * @throws IllegalArgumentException if the query has an order or a limit
   */
  public List<Rows> scan(Query query, int parts) throws IOException {
    if (query.orderBy().isPresent() || query.limit().isPresent()) {
      throw new IllegalArgumentException(
          "a query that is cut into parts has no order and no limit");
    }
    List<Rows> rows = new ArrayList<>();
    try {
      for (IdRange range : cut(query, parts)) {
        rows.add(run(query, range, RowReader.WHOLE.dividedBy(parts)));
      }
      return rows;
    } catch (IOException | RuntimeException e) {
      for (Rows opened : rows) {
        opened.close();
      }
      throw e;
    }
  }

  /** Runs a query to its end and tells what it read. */
  public Explanation explain(long version, Query query) throws IOException {
    query.orderBy().ifPresent(this::requireColumn);
    Plan plan = Plan.of(segments, query.criteria(), IdRange.ALL);
    try (SegmentSources sources = SegmentSources.open(files, plan.read(), indexes);
        RowLook look = new RowLook(files, sound, schema, query, RowReader.WHOLE);
        Rows rows = ordered(rows(query, IdRange.ALL, sources, look, () -> {}), query)) {
      long found = 0;
      while (rows.next().isPresent()) {
        found++;
      }
      return new Explanation(version, found, new Explainer(sources, look).explain(plan));
    }
  }

  private List<IdRange> cut(Query query, int parts) throws IOException {
    Plan plan = Plan.of(segments, query.criteria(), IdRange.ALL);
    try (SegmentSources sources = SegmentSources.open(files, plan.read(), indexes)) {
      long entries = sources.list().stream().mapToLong(s -> s.keys().entries()).sum();
      return KeyRanges.cut(sources.list(), (entries + parts - 1) / parts);
    }
  }

  private Rows run(Query query, IdRange range, RowReader.Budget budget) throws IOException {
    query.orderBy().ifPresent(this::requireColumn);
    Plan plan = Plan.of(segments, query.criteria(), range);
    SegmentSources sources = SegmentSources.open(files, plan.read(), indexes);
    try {
      RowLook look = new RowLook(files, sound, schema, query, budget);
      return ordered(rows(query, range, sources, look, sources), query);
    } catch (IOException | RuntimeException e) {
      sources.close();
      throw e;
    }
  }

  private static Rows rows(
      Query query, IdRange range, SegmentSources sources, RowLook look, Closeable closed)
      throws IOException {
    if (query.criteria().ids().isEmpty()) {
      return new Scan(KeyMerge.of(sources.list(), range), look, closed);
    }
    Iterator<String> ids = Plan.sorted(query.criteria().ids(), range).iterator();
    return new Lookup(ids, sources.list(), look, closed);
  }

  private Rows ordered(Rows rows, Query query) throws IOException {
    Rows ordered =
        query.orderBy().isPresent()
            ? RowSorter.sort(rows, schema, query.orderBy().get(), query.limit())
            : rows;
    return query.limit().isPresent() ? new Limited(ordered, query.limit().getAsLong()) : ordered;
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
