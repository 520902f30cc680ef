package simile.benchmarks.plain;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;

/** Rows that come sorted by id, as one SQLite file through JDBC, with the indexes of a shard. */
public final class SqliteFile {
  private static final long RANGE_BYTES = 32L << 20;

  private SqliteFile() {}

  /** {@code SqliteFile INPUT OUTPUT}. */
  public static void main(String[] args) throws IOException, SQLException {
    Path file = Files.createDirectories(Path.of(args[1])).resolve("analogies.sqlite");
    try (FileChannel input = FileChannel.open(Path.of(args[0]));
        Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + file + "?jdbc.get_generated_keys=false");
        Statement statement = db.createStatement()) {
      for (String setting : SqliteShard.SETTINGS) {
        statement.execute(setting);
      }
      statement.execute("PRAGMA temp_store = FILE"); // an index of millions is sorted on disk
      db.setAutoCommit(false);
      statement.execute(SqliteShard.TABLE);
      insert(input, db);
      for (String index : SqliteShard.INDEXES) {
        statement.execute(index);
      }
      db.commit();
    }
    try (FileChannel written = FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private static void insert(FileChannel input, Connection db) throws IOException, SQLException {
    LineParser parser = new LineParser();
    Slab slab = new Slab();
    Rows rows = new Rows();
    for (long at = 0; at < input.size(); at += RANGE_BYTES) {
      slab.read(input, at, at + RANGE_BYTES);
      parser.parse(slab, rows);
      int[] order = IntStream.range(0, rows.count()).toArray();
      SqliteShard.insert(db, slab.bytes(), rows, order);
    }
  }
}
