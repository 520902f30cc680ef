package simile.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import simile.files.FailedWrite;
import simile.record.RecordBatch;
import simile.record.Schema;

/**
 * Writes records that come by id, in many batches, as one database that goes elsewhere: a shard's
 * columns, indexes and header, but rows are numbered, since not all tools take a table without
 * (DuckDB cannot count its rows). Memory does not depend on how many there are: the table and the
 * index of ids are written as they come, and entries of other indexes are sorted by another thread,
 * in files beside it.
 */
public final class SqliteFileWriter implements Closeable {
  /** What the entries of one index may take before they go to a file; four times that is taken. */
  private static final int SORT_BYTES = 8 << 20;

  private final Path file;
  private final Schema schema;
  private final PageFile pages;
  private final RowTreeWriter table;
  private final BTreeWriter ids;
  private final RecordEncoder record = new RecordEncoder();
  private final List<Integer> roots;
  private final List<Index> indexes = new ArrayList<>();
  private final ExecutorService helper =
      Executors.newSingleThreadExecutor(SqliteFileWriter::daemon);
  private long rows;

  private record Index(IndexKey key, KeySorter sorter) {}

  private SqliteFileWriter(Path file, Schema schema, ShardTable shard, List<Integer> roots)
      throws IOException {
    this.file = file;
    this.schema = schema;
    this.roots = roots;
    this.pages = PageFile.open(file);
    this.table = new RowTreeWriter(pages);
    this.ids = new BTreeWriter(pages);
    for (List<String> columns : shard.indexes()) {
      Path spill = file.resolveSibling(file.getFileName() + ".index-" + indexes.size());
      int[] places = columns.stream().mapToInt(schema::indexOf).toArray();
      indexes.add(
          new Index(new IndexKey(schema, places), new KeySorter(spill, SORT_BYTES, helper)));
    }
  }

  /**
   * Begins a database.
   *
   * @param file where nothing is yet
   */
  public static SqliteFileWriter create(Path file, Schema schema) throws IOException {
    ShardTable shard = ShardTable.of(schema);
    return new SqliteFileWriter(
        file, schema, shard, EmptyShard.create(file, shard, shard.createWithRowIds()));
  }

  /** What batches must be made by. */
  public Schema schema() {
    return schema;
  }

  /** Adds the records of a batch, whose ids ascend and are greater than all before. */
  public void add(RecordBatch batch) throws IOException {
    RowValues values = new RowValues(batch);
    try {
      for (int row = 0; row < batch.size(); row++) {
        add(values, row);
      }
    } catch (IOException e) {
      throw FailedWrite.at(file, e);
    }
    rows += batch.size();
  }

  private void add(RowValues values, int row) throws IOException {
    record.start();
    for (int column = 0; column < values.columns(); column++) {
      values.put(record, row, column);
    }
    values.putExtras(record, row);
    int length = record.finish();
    long rowId = table.add(record.bytes(), length);
    record.start();
    values.putId(record, row);
    record.integer(rowId);
    length = record.finish();
    ids.add(record.bytes(), length);
    for (Index index : indexes) {
      index.key.encode(values, row, rowId);
      index.sorter.add(index.key.bytes(), index.key.length());
    }
  }

  /** Makes the indexes and ends the file, which is not durable yet. @return how many rows it has */
  public long finish() throws IOException {
    try {
      table.finish(roots.get(0));
      ids.finish(roots.get(1));
      for (int i = 0; i < indexes.size(); i++) {
        finish(indexes.get(i), roots.get(i + 2));
      }
      pages.finish();
      return rows;
    } catch (IOException e) {
      throw FailedWrite.at(file, e);
    } finally {
      close();
    }
  }

  private void finish(Index index, int root) throws IOException {
    BTreeWriter tree = new BTreeWriter(pages);
    index.sorter.drain(
        (key, length) -> {
          index.key.decode(key, record);
          int recordLength = record.finish();
          tree.add(record.bytes(), recordLength);
        });
    tree.finish(root);
    index.sorter.close();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "simile-index");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    try (pages;
        Closeable stopped = helper::shutdown) {
      for (Index index : indexes) {
        index.sorter.close();
      }
    }
  }
}
