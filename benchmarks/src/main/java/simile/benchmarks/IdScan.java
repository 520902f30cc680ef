package simile.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;

/** Collects the numbers of the ids that the generator made, without parsing whole records. */
final class IdScan {
  private static final byte[] START = "{\"id\":\"analogy-".getBytes(US_ASCII);
  private static final int DIGITS = 9;

  private IdScan() {}

  /**
   * @throws IOException also where a line does not start with an id, as every contestant's do
   */
  static void jsonl(Path file, BitSet ids) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = new byte[START.length + DIGITS];
      byte[] rest = new byte[1 << 18];
      int column = 0;
      for (int n = in.read(rest); n > 0; n = in.read(rest)) {
        for (int i = 0; i < n; i++) {
          byte b = rest[i];
          if (b == '\n') {
            column = 0;
          } else if (column < head.length) {
            head[column++] = b;
            if (column == head.length) {
              ids.set(number(head, file));
            }
          }
        }
      }
    }
  }

  static void sqlite(Path file, BitSet ids) throws IOException {
    String sql = "SELECT CAST(substr(id, 9) AS INTEGER) FROM analogies";
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.set(rows.getInt(1));
      }
    } catch (SQLException e) {
      throw new IOException("cannot read the ids of " + file, e);
    }
  }

  private static int number(byte[] head, Path file) throws IOException {
    int number = 0;
    for (int i = 0; i < head.length; i++) {
      if (i < START.length ? head[i] != START[i] : head[i] < '0' || head[i] > '9') {
        throw new IOException(
            "a line of "
                + file
                + " starts with "
                + new String(head, US_ASCII)
                + ", not with an id");
      }
      number = i < START.length ? 0 : number * 10 + head[i] - '0';
    }
    return number;
  }
}
