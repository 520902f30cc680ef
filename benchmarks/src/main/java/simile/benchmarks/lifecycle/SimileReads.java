package simile.benchmarks.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.query.Criteria;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.store.AsOf;
import simile.store.Store;

/** Simile's Java API, in process. Each call takes a snapshot of its own. */
final class SimileReads {
  private static final int NUMBER_AT = "analogy-".length();

  private final Store store;
  private final TwoThreads threads;

  SimileReads(Store store, TwoThreads threads) {
    this.store = store;
    this.threads = threads;
  }

  /** All live records, in parts that are read at once. */
  Answer allParts() throws Exception {
    return threads.sum(List.of(this::all));
  }

  /** All live records, by id. */
  Answer all() throws IOException {
    try (Rows rows =
        store.snapshot(AsOf.latest()).collection("default", "analogies").query(Query.ALL)) {
      return digest(rows);
    }
  }

  /** The live records that meet criteria. */
  Answer filtered(Criteria criteria) throws IOException {
    long count = 0;
    long sum = 0;
    try (Rows rows =
        store
            .snapshot(AsOf.latest())
            .collection("default", "analogies")
            .query(Query.of(criteria))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        count++;
        sum += Long.parseLong(row.get().id(), NUMBER_AT, row.get().id().length(), 10);
      }
    }
    return new Answer(count, sum);
  }

  Answer one(String id) throws IOException {
    return filtered(Criteria.ALL.withIds(List.of(id)));
  }

  private static Answer digest(Rows rows) throws IOException {
    PlainJava.Digest digest = new PlainJava.Digest();
    for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      byte[] json = row.get().json().getBytes(UTF_8);
      digest.line(json, 0, json.length);
    }
    return digest.answer();
  }
}
