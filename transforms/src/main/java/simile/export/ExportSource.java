package simile.export;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/**
 * What is exported.
 *
 * @param store where the store is
 * @param context the context
 * @param collection the collection
 * @param version the version, fixed when the export is submitted
 * @param committedAt when it was committed
 */
public record ExportSource(
    String store, String context, String collection, long version, Instant committedAt)
    implements Serializable {

  /** Opens it. */
  CollectionSnapshot open(Store opened) throws IOException {
    return opened.snapshot(new AsOf.Version(version)).collection(context, collection);
  }
}
