package simile.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import simile.files.StoreFiles;
import simile.input.InputOpener;
import simile.input.Split;
import simile.log.CollectionKey;

/** Ingests the splits of a run, each into its collection. Used by one thread for many splits. */
public final class RunIngester implements Closeable {
  private final RunPlan plan;
  private final StoreFiles files;
  private final InputOpener inputs;
  private final ProgressSink progress;
  private final RandomGenerator random;
  private final Map<CollectionKey, Open> open = new HashMap<>();

  private record Open(SplitIngester ingester, OpenVectors vectors) {}

  /**
   * Prepares the work.
   *
   * @param progress is told; closed with this
   * @param random names attempts
   */
  public RunIngester(
      RunPlan plan,
      StoreFiles files,
      InputOpener inputs,
      ProgressSink progress,
      RandomGenerator random) {
    this.plan = plan;
    this.files = files;
    this.inputs = inputs;
    this.progress = progress;
    this.random = random;
  }

  /** Ingests a split of the plan; see {@link SplitIngester#ingest}. */
  public SplitResult ingest(Split split) throws IOException {
    return ingest(plan.of(split), split);
  }

  /** Ingests a split, which the plan need not have, into one of its collections. */
  public SplitResult ingest(CollectionPlan collection, Split split) throws IOException {
    Open known = open.get(collection.key());
    if (known == null) {
      known = open(collection);
      open.put(collection.key(), known);
    }
    return known.ingester().ingest(split);
  }

  private Open open(CollectionPlan collection) throws IOException {
    OpenVectors vectors = OpenVectors.of(collection);
    SplitIngester ingester =
        new SplitIngester(plan, collection, files, inputs, vectors.lookup(), progress, random);
    return new Open(ingester, vectors);
  }

  @Override
  public void close() throws IOException {
    progress.close();
    for (Open each : open.values()) {
      each.vectors().close();
    }
  }
}
