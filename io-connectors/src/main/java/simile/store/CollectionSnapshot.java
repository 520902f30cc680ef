package simile.store;

import java.io.IOException;
import java.util.List;
import simile.files.StoreFiles;
import simile.keys.KeyIndexes;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.ContractRef;
import simile.merge.SoundFiles;
import simile.query.Explanation;
import simile.query.Query;
import simile.query.QueryRunner;
import simile.query.Rows;
import simile.record.IdRange;
import simile.record.Schema;
import simile.segment.LiveSegment;

/** A collection as of a version. */
public final class CollectionSnapshot {
  private final StoreFiles files;
  private final long version;
  private final CollectionKey key;
  private final CollectionState state;
  private final KeyIndexes indexes;
  private final SoundFiles sound;

  CollectionSnapshot(
      StoreFiles files,
      long version,
      CollectionKey key,
      CollectionState state,
      KeyIndexes indexes) {
    this.files = files;
    this.version = version;
    this.key = key;
    this.state = state;
    this.indexes = indexes;
    this.sound = new SoundFiles(files);
  }

  public long version() {
    return version;
  }

  public CollectionKey key() {
    return key;
  }

  public ContractRef contract() {
    return state.contract();
  }

  public Schema schema() {
    return state.schema();
  }

  /** The live segments, oldest first. */
  public List<LiveSegment> segments() {
    return state.segments();
  }

  /**
   * Asks for records: of each id the newest, unless it was deleted since. The rows are to be
   * closed; they are read as they are asked for.
   *
   * @throws IllegalArgumentException if the query orders by an unknown field
   * @throws IOException if a file cannot be read or is damaged
   */
  public Rows query(Query query) throws IOException {
    return runner().run(query);
  }

  /** Asks for records whose ids are in a range, so that many can share the work. */
  public Rows query(Query query, IdRange range) throws IOException {
    return runner().run(query, range);
  }

  /**
   * Asks for records as {@link #query(Query)} does, in the same order, with threads that read
   * ahead. They hold at most some tens of megabytes of rows, and end when the rows are closed.
   *
   * @param threads at least 1
   */
  public Rows query(Query query, int threads) throws IOException {
    return runner().run(query, threads);
  }

  /**
   * Asks for records in parts, each for a thread of its own: ids ascend in each, and from each to
   * the next. This is the fastest way to read everything. All parts are to be closed.
   *
   * @param parts how many at most
   * @throws IllegalArgumentException if the query has an order or a limit
   */
  public List<Rows> scan(Query query, int parts) throws IOException {
    return runner().scan(query, parts);
  }

  /** Runs a query to its end and tells what it read, and why not the rest. */
  public Explanation explain(Query query) throws IOException {
    return runner().explain(version, query);
  }

  private QueryRunner runner() {
    return new QueryRunner(files, state.schema(), state.segments(), indexes, sound);
  }
}
