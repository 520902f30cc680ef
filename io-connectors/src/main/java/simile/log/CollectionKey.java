package simile.log;

import java.io.Serializable;
import java.util.Comparator;

/** A collection in a context. Ordered by context, then collection. */
public record CollectionKey(String context, String collection)
    implements Comparable<CollectionKey>, Serializable {
  private static final Comparator<CollectionKey> ORDER =
      Comparator.comparing(CollectionKey::context).thenComparing(CollectionKey::collection);

  @Override
  public int compareTo(CollectionKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return context + "/" + collection;
  }
}
