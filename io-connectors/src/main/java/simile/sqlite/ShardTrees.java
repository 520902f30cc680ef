package simile.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import simile.record.RecordBatch;
import simile.record.Schema;

/** Fills the empty table and indexes of a new shard. */
final class ShardTrees {
  private final Schema schema;
  private final RowValues values;
  private final int[] rows;

  /**
   * @param rows the records, sorted by id
   */
  ShardTrees(RecordBatch batch, int[] rows) {
    this.schema = batch.schema();
    this.values = new RowValues(batch);
    this.rows = rows;
  }

  /**
   * @param roots the root pages that SQLite gave the table and then the indexes
   */
  void write(Path file, List<Integer> roots, List<List<String>> indexes) throws IOException {
    try (PageFile pages = PageFile.open(file)) {
      writeTable(pages, roots.get(0));
      for (int i = 0; i < indexes.size(); i++) {
        int[] columns = indexes.get(i).stream().mapToInt(schema::indexOf).toArray();
        writeIndex(pages, columns, roots.get(i + 1));
      }
      pages.finish();
    } catch (IOException e) {
      throw new IOException(
          "building the shard %s: %s; check the space on that disk".formatted(file, e.getMessage()),
          e);
    }
  }

  private void writeTable(PageFile pages, int root) throws IOException {
    BTreeWriter tree = new BTreeWriter(pages);
    RecordEncoder record = new RecordEncoder();
    for (int row : rows) {
      record.start();
      for (int column = 0; column < values.columns(); column++) {
        values.put(record, row, column);
      }
      values.putExtras(record, row);
      int length = record.finish();
      tree.add(record.bytes(), length);
    }
    tree.finish(root);
  }

  private void writeIndex(PageFile pages, int[] columns, int root) throws IOException {
    BTreeWriter tree = new BTreeWriter(pages);
    RecordEncoder record = new RecordEncoder();
    boolean hasId = Arrays.stream(columns).anyMatch(c -> c == 0);
    for (int row : new IndexOrder(values, columns, rows).sorted()) {
      record.start();
      for (int column : columns) {
        values.put(record, row, column);
      }
      if (!hasId) {
        values.putId(record, row);
      }
      int length = record.finish();
      tree.add(record.bytes(), length);
    }
    tree.finish(root);
  }
}
