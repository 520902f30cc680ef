package simile.benchmarks.lifecycle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import simile.query.Criteria;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;
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
    List<Rows> parts = analogies().scan(Query.ALL, TwoThreads.THREADS);
    List<Callable<Answer>> readers = new ArrayList<>();
    for (Rows part : parts) {
      readers.add(
          () -> {
            try (part) {
              return digest(part);
            }
          });
    }
    return threads.sum(readers);
  }

  /** All live records, by id. */
  Answer all() throws IOException {
    try (Rows rows = analogies().query(Query.ALL, TwoThreads.THREADS)) {
      return digest(rows);
    }
  }

  /** The live records that meet criteria. */
  Answer filtered(Criteria criteria) throws IOException {
    long count = 0;
    long sum = 0;
    try (Rows rows = analogies().query(Query.of(criteria), TwoThreads.THREADS)) {
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

  private CollectionSnapshot analogies() throws IOException {
    return store.snapshot(AsOf.latest()).collection("default", "analogies");
  }

  private static Answer digest(Rows rows) throws IOException {
    PlainJava.Digest digest = new PlainJava.Digest();
    for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      byte[] json = row.get().utf8();
      digest.line(json, 0, json.length);
    }
    return digest.answer();
  }
}
