package simile.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.store.AsOf;
import simile.store.Store;

/**
 * Lines whose order does not matter: how many, and the sum of their SHA-256, so that one that is
 * lost, changed or there twice shows.
 */
record LineSum(long lines, BigInteger sum) {
  static final LineSum NONE = new LineSum(0, BigInteger.ZERO);

  LineSum plus(LineSum other) {
    return new LineSum(lines + other.lines, sum.add(other.sum));
  }

  static LineSum of(BufferedReader in) throws IOException {
    MessageDigest sha256 = sha256();
    LineSum sum = NONE;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      sum = sum.plus(line.getBytes(UTF_8), sha256);
    }
    return sum;
  }

  /** The live records of a store, with their vectors. */
  static LineSum of(Store store) throws IOException {
    MessageDigest sha256 = sha256();
    LineSum sum = NONE;
    try (Rows rows =
        store
            .snapshot(AsOf.latest())
            .collection("default", "analogies")
            .query(Query.ALL.withEmbeddings(true))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        sum = sum.plus(row.get().utf8(), sha256);
      }
    }
    return sum;
  }

  private LineSum plus(byte[] line, MessageDigest sha256) {
    return new LineSum(lines + 1, sum.add(new BigInteger(1, sha256.digest(line))));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
