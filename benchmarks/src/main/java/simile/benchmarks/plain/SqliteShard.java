package simile.benchmarks.plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import simile.benchmarks.plain.Stages.Moment;
import simile.benchmarks.plain.Stages.Stage;

/** Writes a range's rows as one SQLite file: a table in order of id, then its indexes. */
record SqliteShard(Path root, String segment, ByteBuffer buffer, Flusher flusher, Stages stages) {

  static final List<String> SETTINGS =
      List.of(
          "PRAGMA page_size = 8192",
          "PRAGMA journal_mode = OFF",
          "PRAGMA synchronous = OFF",
          "PRAGMA locking_mode = EXCLUSIVE",
          "PRAGMA temp_store = MEMORY",
          "PRAGMA cache_size = -65536");

  static final String TABLE =
      "CREATE TABLE analogies (id TEXT PRIMARY KEY, source_domain TEXT NOT NULL, target_domain TEXT"
          + " NOT NULL, quality_score REAL NOT NULL, concept_mappings TEXT, frame_mappings TEXT,"
          + " created_at TEXT, updated_at TEXT, tags TEXT, metadata TEXT, workflow_id TEXT)"
          + " WITHOUT ROWID";

  static final List<String> INDEXES =
      List.of(
          "CREATE INDEX analogies_domains ON analogies (source_domain, target_domain)",
          "CREATE INDEX analogies_quality ON analogies (quality_score)",
          "CREATE INDEX analogies_created ON analogies (created_at)");

  /** Blobs that are cast: SQLite takes the bytes as they are, and no String is made of them. */
  private static final String INSERT =
      "INSERT INTO analogies VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?,"
          + " CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),"
          + " CAST(? AS TEXT), CAST(? AS TEXT))";

  private static final Field[] FIELDS = Field.values();
  private static final int BATCH = 256;

  Written write(Slab slab, Rows rows, int[] order) throws IOException {
    String name = "sqlite/" + segment + ".sqlite";
    Path path = root.resolve(name);
    Files.createDirectories(path.getParent());
    try {
      build(path, slab, rows, order);
    } catch (SQLException e) {
      throw new IOException("SQLite could not build " + path, e);
    }
    Moment start = stages.now();
    String sha256 = Hashes.of(path, buffer);
    flusher.flush(path);
    stages.add(Stage.SQLITE_HASH, start);
    return new Written(name, order.length, Files.size(path), sha256);
  }

  private void build(Path path, Slab slab, Rows rows, int[] order) throws SQLException {
    Moment start = stages.now();
    String url = "jdbc:sqlite:" + path + "?jdbc.get_generated_keys=false";
    try (Connection db = DriverManager.getConnection(url);
        Statement statement = db.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
      db.setAutoCommit(false);
      statement.execute(TABLE);
      insert(db, slab.bytes(), rows, order);
      start = stages.add(Stage.SQLITE_ROWS, start);
      for (String index : INDEXES) {
        statement.execute(index);
      }
      db.commit();
    }
    stages.add(Stage.SQLITE_INDEXES, start);
  }

  static void insert(Connection db, byte[] bytes, Rows rows, int[] order) throws SQLException {
    try (PreparedStatement insert = db.prepareStatement(INSERT)) {
      int batch = 0;
      for (int row : order) {
        bind(insert, bytes, rows, row);
        insert.addBatch();
        if (++batch == BATCH) {
          insert.executeBatch();
          batch = 0;
        }
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, byte[] bytes, Rows rows, int row)
      throws SQLException {
    for (Field field : FIELDS) {
      int parameter = field.number + 1;
      int start = rows.start(row, field);
      if (field == Field.QUALITY_SCORE) {
        insert.setDouble(parameter, rows.score(row));
      } else {
        insert.setBytes(
            parameter, start < 0 ? null : Arrays.copyOfRange(bytes, start, rows.end(row, field)));
      }
    }
  }
}
