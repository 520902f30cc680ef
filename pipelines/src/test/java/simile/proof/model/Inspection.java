package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import simile.query.Criteria;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.store.AsOf;
import simile.store.Snapshot;
import simile.store.Store;
import simile.verify.Severity;
import simile.verify.StoreVerifier;
import simile.verify.Verification;

/** Asks a store, and compares its answers with what they must be. */
record Inspection(Store store) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All records of a version, byte for byte, with the versions that wrote them. */
  void requireRecords(String where, AsOf asOf, Contents expected) throws IOException {
    assertThat(where, ask(asOf, Query.ALL), equalTo(told(expected, put -> true)));
  }

  /** What a filter finds in the newest version. */
  void requireMatches(Filter filter, Contents expected) throws IOException {
    assertThat(
        "records that match " + filter,
        ask(AsOf.latest(), Query.of(filter.criteria())),
        equalTo(told(expected, filter::matches)));
  }

  /** What some ids are in the newest version. */
  void requireById(List<String> ids, Contents expected) throws IOException {
    assertThat(
        "records with the ids " + ids,
        ask(AsOf.latest(), Query.of(Criteria.ALL.withIds(ids))),
        equalTo(told(expected, put -> ids.contains(put.id()))));
  }

  /** Every vector of the newest version. */
  void requireVectors(Contents expected) throws IOException {
    SortedMap<String, String> vectors = new TreeMap<>();
    ask(AsOf.latest(), Query.ALL.withEmbeddings(true))
        .forEach((id, found) -> vectors.put(id, vector(found.substring(found.indexOf(' ') + 1))));
    SortedMap<String, String> told = new TreeMap<>();
    expected
        .live()
        .forEach(
            (id, live) -> told.put(id, live.put().embedding().map(Arrays::toString).orElse("")));
    assertThat("vectors", vectors, equalTo(told));
  }

  /** What {@code verify --full} says of the store. */
  void requireUndamaged() throws IOException {
    Verification checked = new StoreVerifier(store.files(), Clock.systemUTC(), 1).verify(true);
    assertThat(
        "damage",
        checked.findings().stream().filter(f -> f.severity() == Severity.DAMAGE).toList(),
        equalTo(List.of()));
  }

  private SortedMap<String, String> ask(AsOf asOf, Query query) throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    Snapshot snapshot = store.snapshot(asOf);
    if (snapshot.collections().isEmpty()) {
      return found;
    }
    String last = "";
    try (Rows rows = snapshot.collection("default", "analogies").query(query)) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        String twice = found.put(row.get().id(), row.get().version() + " " + row.get().json());
        if (twice != null || !isAfter(row.get().id(), last)) {
          throw new AssertionError("out of order: " + row.get().id() + " after " + last);
        }
        last = row.get().id();
      }
    }
    return found;
  }

  private static boolean isAfter(String id, String last) {
    return simile.record.Utf8Order.compare(last, id) < 0;
  }

  private static SortedMap<String, String> told(
      Contents expected, java.util.function.Predicate<Line.Put> wanted) {
    SortedMap<String, String> told = new TreeMap<>();
    expected.live().values().stream()
        .filter(live -> wanted.test(live.put()))
        .forEach(live -> told.put(live.put().id(), live.commit() + " " + live.put().stored()));
    return told;
  }

  private static String vector(String json) {
    try {
      JsonNode embedding = JSON.readTree(json).path("embedding");
      if (embedding.isMissingNode()) {
        return "";
      }
      float[] vector = new float[embedding.size()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) embedding.get(i).doubleValue();
      }
      return Arrays.toString(vector);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  /** The live records of the newest version, without their vectors, as lines to ingest again. */
  static List<Line> lines(Store store) throws IOException {
    return new Inspection(store)
        .ask(AsOf.latest(), Query.ALL).values().stream()
            .<Line>map(found -> new Line.Stored(found.substring(found.indexOf(' ') + 1)))
            .toList();
  }

  /** The ids that exist in any of two contents, and one that never did. */
  static List<String> idsOf(Contents contents) {
    TreeSet<String> ids = new TreeSet<>(contents.live().keySet());
    ids.addAll(contents.hidden().keySet());
    ids.add("never");
    return List.copyOf(ids);
  }
}
