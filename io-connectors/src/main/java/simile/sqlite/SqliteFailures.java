package simile.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what SQLite could not do, and what to do about it. */
final class SqliteFailures {
  private SqliteFailures() {}

  /**
   * @param doing such as {@code "building"}
   */
  static IOException of(String doing, Path file, SQLException cause) {
    return new IOException("%s %s: %s".formatted(doing, file, explain(cause)), cause);
  }

  private static String explain(SQLException cause) {
    if (!(cause instanceof SQLiteException sqlite)) {
      return cause.getMessage();
    }
    // The low byte is the primary code; the rest says more about an I/O error.
    int primary = sqlite.getResultCode().code & 0xff;
    if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
      return "the disk is full; free space there, or choose another temporary folder";
    }
    if (primary == SQLiteErrorCode.SQLITE_IOERR.code) {
      return "the disk could not be read or written (%s); it may be full or failing"
          .formatted(sqlite.getResultCode());
    }
    if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
      return "the file cannot be opened; check that it exists and that you may read it";
    }
    if (primary == SQLiteErrorCode.SQLITE_NOTADB.code
        || primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return "not a sound SQLite database (%s); restore the file from a copy"
          .formatted(sqlite.getResultCode());
    }
    return cause.getMessage();
  }
}
