package simile.connectors;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import simile.sqlite.SqliteQuery;
import simile.sqlite.SqliteTable;

/**
 * Rows in SQLite files: one table, written once, read by any SQLite.
 *
 * <pre>{@code
 * PCollection<SqliteRow> rows =
 *     pipeline.apply(SqliteIO.read().from("/data/*.sqlite").withTable("notes"));
 * PCollection<WrittenFile> files =
 *     rows.apply(
 *         SqliteIO.write()
 *             .to("/data/out")
 *             .withTable("notes", "id TEXT PRIMARY KEY", "score REAL")
 *             .withIndex("score"));
 * }</pre>
 *
 * <table>
 *   <caption>Options</caption>
 *   <tr><th>option</th><th>default</th><th>meaning</th></tr>
 *   <tr><td>{@code from}</td><td>required</td><td>a file or glob of any Beam file system</td></tr>
 *   <tr><td>{@code withTable} or {@code withQuery}</td><td>required</td><td>what to read: a table,
 *     or the rows of a {@code SELECT}</td></tr>
 *   <tr><td>{@code to}</td><td>required</td><td>a folder of any Beam file system</td></tr>
 *   <tr><td>{@code withTable}</td><td>required</td><td>the table's name and its columns, as SQL
 *     defines them</td></tr>
 *   <tr><td>{@code withIndex}</td><td>none</td><td>columns of one more index</td></tr>
 *   <tr><td>{@code withPrefix}</td><td>{@code part}</td><td>what names start with</td></tr>
 *   <tr><td>{@code withShards}</td><td>4</td><td>files written at once; empty ones are not</td></tr>
 *   <tr><td>{@code withTargetBytes}</td><td>512 MiB</td><td>a file's size, about</td></tr>
 * </table>
 *
 * <p>Reading opens {@code mode=ro&immutable=1}: the files must not change. Writing builds a file on
 * local disk and then copies it; of rows with one primary key in a file, one stays.
 */
public final class SqliteIO {
  private static final long TARGET_BYTES = 512L << 20;

  private SqliteIO() {}

  /** Reads rows. Say where {@link Read#from}, and what. */
  public static Read read() {
    return new Read("", "");
  }

  /** Writes rows. Say where {@link Write#to}, and the table. */
  public static Write write() {
    return new Write(WriteTarget.of("", TARGET_BYTES), List.of());
  }

  /** See {@link SqliteIO}. */
  public static final class Read extends PTransform<PBegin, PCollection<SqliteRow>> {
    private static final long serialVersionUID = 1L;
    private final String pattern;
    private final String query;

    private Read(String pattern, String query) {
      this.pattern = pattern;
      this.query = query;
    }

    public Read from(String newPattern) {
      return new Read(newPattern, query);
    }

    /** Reads all columns and rows of a table. */
    public Read withTable(String table) {
      return new Read(pattern, SqliteQuery.allOf(table));
    }

    /** Reads the rows of a {@code SELECT}. */
    public Read withQuery(String select) {
      return new Read(pattern, select);
    }

    @Override
    public PCollection<SqliteRow> expand(PBegin input) {
      Required.option("SqliteIO.read().withTable(…) or withQuery(…)", query);
      return input.apply(
          new ReadFiles<>(
              Required.option("SqliteIO.read().from(…)", pattern),
              new ReadSqliteFn(query),
              SqliteRowCoder.of()));
    }
  }

  /** See {@link SqliteIO}. */
  public static final class Write
      extends PTransform<PCollection<SqliteRow>, PCollection<WrittenFile>> {
    private static final long serialVersionUID = 1L;
    private final WriteTarget target;
    private final List<SqliteTable> table;

    private Write(WriteTarget target, List<SqliteTable> table) {
      this.target = target;
      this.table = table;
    }

    public Write to(String folder) {
      return new Write(target.withFolder(folder), table);
    }

    /**
     * Defines the table; forgets indexes.
     *
     * @param columns such as {@code "id TEXT PRIMARY KEY"}; never from input
     */
    public Write withTable(String name, String... columns) {
      return new Write(target, List.of(new SqliteTable(name, List.of(columns), List.of())));
    }

    /** Adds an index to the table. */
    public Write withIndex(String... columns) {
      SqliteTable before = requiredTable();
      List<List<String>> indexes = new ArrayList<>(before.indexes());
      indexes.add(List.of(columns));
      return new Write(target, List.of(new SqliteTable(before.name(), before.columns(), indexes)));
    }

    public Write withPrefix(String prefix) {
      return new Write(target.withPrefix(prefix), table);
    }

    public Write withShards(int shards) {
      return new Write(target.withShards(shards), table);
    }

    public Write withTargetBytes(long bytes) {
      return new Write(target.withTargetBytes(bytes), table);
    }

    @Override
    public PCollection<WrittenFile> expand(PCollection<SqliteRow> input) {
      Required.option("SqliteIO.write().to(…)", target.folder());
      return input.apply(new ShardedWrite<>(target, new SqliteSink.Factory(requiredTable())));
    }

    private SqliteTable requiredTable() {
      if (table.isEmpty()) {
        throw new IllegalStateException("say what table: call SqliteIO.write().withTable(…)");
      }
      return table.get(0);
    }
  }
}
