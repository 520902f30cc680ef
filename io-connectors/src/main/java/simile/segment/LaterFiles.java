package simile.segment;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/**
 * Files of a segment that are made when one is asked for. A store may have a million, and most
 * segments are passed over for their ids or bounds. Safe for use by many threads.
 */
public final class LaterFiles extends AbstractList<DataFile> implements RandomAccess, Serializable {
  private static final long serialVersionUID = 1L;

  private transient Supplier<List<DataFile>> source;
  private transient List<DataFile> files = List.of();
  private transient boolean made;

  /**
   * @param source asked once
   */
  public LaterFiles(Supplier<List<DataFile>> source) {
    this.source = source;
  }

  @Override
  public DataFile get(int index) {
    return files().get(index);
  }

  @Override
  public int size() {
    return files().size();
  }

  private synchronized List<DataFile> files() {
    if (!made) {
      files = List.copyOf(source.get());
      source = List::of;
      made = true;
    }
    return files;
  }

  private Object writeReplace() {
    return files();
  }
}
