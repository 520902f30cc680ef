package simile.jobs.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import simile.export.BundlePlan;
import simile.export.ExportFormat;
import simile.export.ExportPart;
import simile.export.ExportPlan;
import simile.export.ExportShape;
import simile.export.ExportSource;
import simile.jobs.RefusedException;
import simile.jsonl.Compression;
import simile.query.Criteria;
import simile.query.CriteriaJson;
import simile.store.CollectionSnapshot;
import simile.store.Snapshot;
import simile.store.Store;

/** Plans a bundle: for each collection an export of its records, and one of its vectors. */
final class BundlePlanner {
  private static final ExportShape RECORDS =
      new ExportShape(ExportFormat.JSONL, Compression.NONE, false, "");
  private static final ExportShape VECTORS =
      new ExportShape(ExportFormat.NPZ, Compression.NONE, true, "");

  private final BundleArgs args;
  private final Store store;
  private final Snapshot read;
  private final List<CollectionSnapshot> collections = new ArrayList<>();

  /**
   * @throws RefusedException if the context has nothing, or what no bundle can hold
   */
  BundlePlanner(BundleArgs args, Store store, Snapshot read) throws IOException {
    this.args = args;
    this.store = store;
    this.read = read;
    for (var key : read.collections()) {
      if (key.context().equals(args.context())) {
        CollectionSnapshot collection = read.collection(key.context(), key.collection());
        ShapeChecks.requireNames(collection, "a bundle");
        collections.add(collection);
      }
    }
    if (collections.isEmpty()) {
      throw new RefusedException(
          "version %d of %s has no collection in context '%s', so there is nothing to export"
              .formatted(read.version(), args.store(), args.context()));
    }
  }

  /** About how much is read. */
  long bytes() {
    long bytes = 0;
    for (CollectionSnapshot collection : collections) {
      bytes += new PartCutter(store, collection, VECTORS).bytes();
    }
    return bytes;
  }

  BundlePlan plan(String runId, Instant now, String runner) throws IOException {
    Instant committedAt = store.log().read(read.version()).committedAt();
    List<ExportPlan> exports = new ArrayList<>();
    int parts = 0;
    for (CollectionSnapshot collection : collections) {
      List<ExportShape> shapes =
          collection.schema().dimension().isPresent()
              ? List.of(RECORDS, VECTORS)
              : List.of(RECORDS);
      for (ExportShape shape : shapes) {
        List<ExportPart> own = parts(collection, shape, parts);
        parts += own.size();
        exports.add(
            new ExportPlan(
                runId,
                args.digest(read.version()),
                new ExportSource(
                    store.files().root(),
                    args.context(),
                    collection.key().collection(),
                    read.version(),
                    committedAt),
                CriteriaJson.write(Criteria.ALL),
                shape,
                args.place(),
                own,
                now,
                runner));
      }
    }
    return new BundlePlan(
        runId,
        store.files().root(),
        args.context(),
        read.version(),
        committedAt,
        args.license(),
        args.historyEntries(),
        args.place(),
        exports,
        now,
        runner);
  }

  private List<ExportPart> parts(CollectionSnapshot collection, ExportShape shape, int first)
      throws IOException {
    List<ExportPart> parts =
        new PartCutter(store, collection, shape).parts(OptionalInt.empty(), false);
    return parts.stream().map(part -> new ExportPart(first + part.number(), part.range())).toList();
  }
}
