package simile.benchmarks.rivals;

import java.sql.SQLException;

/** {@code DuckDbMain INPUT OUTPUT jsonl|parquet}: keeps the latest of each id. */
public final class DuckDbMain {
  public static void main(String[] args) throws SQLException {}
}
