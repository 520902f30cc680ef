package simile.proof.model;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import simile.files.StoreFiles;
import simile.query.Criteria;
import simile.query.Query;
import simile.segment.LiveSegment;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;
import simile.testkit.WatchedFiles;

/**
 * What a read costs, in what it opens rather than in seconds.
 *
 * @param segments live ones, which a query of everything opens
 * @param rows of them, dead ones too
 * @param opened files that a query of one id opens
 */
record MonthReads(int segments, long rows, int opened) {

  static MonthReads of(StoreFiles disk, Function<StoreFiles, Operations> process, String id)
      throws IOException {
    Set<String> opened = new TreeSet<>();
    WatchedFiles watched =
        new WatchedFiles(
            disk,
            (point, path) -> {
              if (point.isRead() && path.startsWith("contexts/") && !path.endsWith("/")) {
                opened.add(path);
              }
            });
    CollectionSnapshot newest =
        process.apply(watched).open().snapshot(AsOf.latest()).collection("default", "analogies");
    opened.clear();
    try (var rows = newest.query(Query.of(Criteria.ALL.withIds(List.of(id))))) {
      while (rows.next().isPresent()) {}
    }
    long rows = newest.segments().stream().map(LiveSegment::segment).mapToLong(s -> s.rows()).sum();
    return new MonthReads(newest.segments().size(), rows, opened.size());
  }
}
