package simile.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.jsonl.Compression;
import simile.query.Explanation.FileUse;
import simile.query.Explanation.SegmentUse;
import simile.segment.FileKind;
import simile.segment.LiveSegment;

/** What a query does not read, and what it must read all the same. */
class PruningTest {
  private static final String TIME = "2026-01-01T00:00:00Z";

  @TempDir Path folder;
  private ModelStore store;
  private int version;

  @BeforeEach
  void openStore() throws IOException {
    store = new ModelStore(new LocalFiles(folder));
  }

  @Test
  void segmentOutOfBoundsThatOverlapsNoOtherIsNotEvenOpened() throws IOException {
    commit(line("a", "x", 0.9), line("b", "x", 0.95));
    commit(line("c", "x", 0.1), line("d", "x", 0.2));
    deleteKeyFile(1);
    assertThat(ids(atLeast(0.9)), contains("a", "b"));
    SegmentUse skipped = store.at(version).explain(version, atLeast(0.9)).segments().get(1);
    assertThat(skipped.isRead(), is(false));
    assertThat(skipped.why(), containsString("quality_score is 0.1 to 0.2"));
    assertThat(skipped.keys().bytesRead(), is(0L));
  }

  @Test
  void newerVersionThatLostItsQualityHidesTheOlder() throws IOException {
    commit(line("a", "x", 0.9), line("b", "x", 0.95));
    commit(line("b", "x", 0.1));
    assertThat(ids(atLeast(0.9)), contains("a"));
    SegmentUse keysOnly = store.at(version).explain(version, atLeast(0.9)).segments().get(1);
    assertThat(keysOnly.isRead(), is(true));
    assertThat(keysOnly.why(), containsString("only its key file"));
    assertThat(keysOnly.files().stream().filter(FileUse::isRead).toList(), is(empty()));
  }

  @Test
  void newerVersionInAnotherPartitionHidesTheOlder() throws IOException {
    commit(line("a", "x", 0.9), line("b", "x", 0.9));
    commit(line("a", "y", 0.9));
    assertThat(ids(ofDomain("x")), contains("b"));
    assertThat(ids(ofDomain("y")), contains("a"));
    FileUse other =
        store.at(version).explain(version, ofDomain("x")).segments().get(1).files().get(0);
    assertThat(other.isRead(), is(false));
    assertThat(other.why(), is(Reasons.OTHER_PARTITION));
    assertThat(other.bytesRead(), is(0L));
  }

  @Test
  void deletionInSegmentWithoutRowsHidesWhatIsOlder() throws IOException {
    commit(line("a", "x", 0.9), line("b", "x", 0.9));
    commit("{\"type\":\"deletion\",\"target_id\":\"a\"}");
    assertThat(ids(atLeast(0.9)), contains("b"));
    assertThat(ids(ofDomain("x")), contains("b"));
    version = 1;
    assertThat(ids(atLeast(0.9)), contains("a", "b"));
  }

  @Test
  void oldRowsOfCompactedSegmentDoNotHideNewerOnes() throws IOException {
    commit(line("a", "x", 0.2), line("b", "x", 0.95));
    commit(line("c", "x", 0.3));
    commit(line("a", "y", 0.97));
    store.compact(store.live(version).subList(0, 2));
    version++;
    assertThat(ids(atLeast(0.9)), contains("a", "b"));
    assertThat(ids(ofDomain("x")), contains("b", "c"));
  }

  @Test
  void segmentsThatCanHoldNoIdAskedForAreNotRead() throws IOException {
    commit(line("a", "x", 0.9), line("c", "x", 0.9));
    commit(line("d", "x", 0.9));
    deleteKeyFile(1);
    Query query = Query.of(Criteria.ALL.withIds(List.of("c", "b")));
    assertThat(ids(query), contains("c"));
    Explanation explanation = store.at(version).explain(version, query);
    assertThat(explanation.segments().get(1).why(), is(Reasons.OTHER_IDS));
    assertThat(explanation.segmentsRead(), is(1L));
    assertThat(explanation.rowsLookedAt(), is(1L));
    assertThat(explanation.bytesRead(), is(not(0L)));
  }

  @Test
  void nothingIsReadWhereNoSegmentCanMatch() throws IOException {
    commit(line("a", "x", 0.5));
    commit(line("a", "x", 0.6));
    deleteKeyFile(0);
    deleteKeyFile(1);
    assertThat(ids(atLeast(0.9)), is(empty()));
    assertThat(store.at(version).explain(version, atLeast(0.9)).bytesRead(), is(0L));
  }

  private void commit(String... lines) throws IOException {
    store.commit(List.of(List.of(lines)), TIME, Compression.NONE);
    version++;
  }

  private void deleteKeyFile(int segment) throws IOException {
    LiveSegment live = store.live(version).get(segment);
    store.files().delete(live.segment().file(FileKind.KEYS).orElseThrow().path());
  }

  private List<String> ids(Query query) throws IOException {
    List<String> ids = new ArrayList<>();
    try (Rows rows = store.at(version).run(query)) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        ids.add(row.get().id());
      }
    }
    return ids;
  }

  private static Query atLeast(double quality) {
    return Query.of(criteria(List.of(), OptionalDouble.of(quality)));
  }

  private static Query ofDomain(String source) {
    return Query.of(criteria(List.of(source), OptionalDouble.empty()));
  }

  private static Criteria criteria(List<String> sources, OptionalDouble quality) {
    return new Criteria(
        List.of(),
        List.of(),
        sources,
        List.of(),
        quality,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static String line(String id, String domain, double quality) {
    return ("{\"id\":\"%s\",\"source_domain\":\"%s\",\"target_domain\":\"t\","
            + "\"quality_score\":%s}")
        .formatted(id, domain, quality);
  }
}
