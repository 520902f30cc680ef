package simile.store;

import java.io.IOException;
import java.util.List;
import simile.files.StoreFiles;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.ContractRef;
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

  CollectionSnapshot(StoreFiles files, long version, CollectionKey key, CollectionState state) {
    this.files = files;
    this.version = version;
    this.key = key;
    this.state = state;
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
    return query(query, IdRange.ALL);
  }

  /** Asks for records whose ids are in a range, so that many can share the work. */
  public Rows query(Query query, IdRange range) throws IOException {
    return new QueryRunner(files, state.schema(), state.segments()).run(query, range);
  }
}
