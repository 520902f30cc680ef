package simile.proof.scale;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.record.Utf8Order;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/** Compares a store with what must be live, record by record. */
record LiveCheck(Path store, LivedStore expected) {

  /** The records are exactly those. @return how many */
  long requireLive() throws IOException {
    Iterator<String> live = expected.live().iterator();
    long records = 0;
    try (Rows rows = snapshot().query(Query.ALL)) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        assertThat(row.get().json(), is(live.hasNext() ? live.next() : "no more"));
        records++;
      }
    }
    assertThat("all records are there", live.hasNext(), is(false));
    return records;
  }

  /** And nothing else is stored: no superseded row, no deletion, no overlap. */
  void requireTidy() throws IOException {
    long records = requireLive();
    List<Segment> sorted =
        segments().stream()
            .sorted(Comparator.comparing(Segment::minId, Utf8Order::compare))
            .toList();
    assertThat(sorted.stream().mapToLong(Segment::rows).sum(), is(records));
    assertThat(sorted.stream().mapToLong(Segment::tombstones).sum(), is(0L));
    for (int i = 1; i < sorted.size(); i++) {
      boolean isApart = Utf8Order.compare(sorted.get(i - 1).maxId(), sorted.get(i).minId()) < 0;
      assertThat(sorted.get(i).name(), isApart, is(true));
    }
  }

  /** How large its JSONL is. */
  long jsonlBytes() throws IOException {
    return segments().stream()
        .flatMap(segment -> segment.files(FileKind.JSONL).stream())
        .mapToLong(DataFile::bytes)
        .sum();
  }

  List<Segment> segments() throws IOException {
    return snapshot().segments().stream().map(live -> live.segment()).toList();
  }

  private CollectionSnapshot snapshot() throws IOException {
    return Store.open(store.toString()).snapshot(AsOf.latest()).collection("default", "analogies");
  }
}
