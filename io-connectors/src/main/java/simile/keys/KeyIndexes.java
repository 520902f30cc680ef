package simile.keys;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import simile.files.ChannelPool;

/**
 * The indexes of key files that were used last, so that looking up an id need not read them again.
 * A key file never changes and its name is never used again, so what is kept stays right. Safe for
 * use by many threads.
 */
public final class KeyIndexes {
  private final long maxBytes;
  private final LinkedHashMap<String, KeyIndex> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /** Whether an index is the right one. */
  @FunctionalInterface
  public interface Check {
    /**
     * @throws CorruptKeyFileException if it is not
     */
    void require(KeyIndex index) throws IOException;
  }

  /**
   * @param maxBytes how much memory they may take, about; 0 keeps none
   */
  public KeyIndexes(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * The index of a key file.
   *
   * @param check asked once, when the index is read
   * @throws CorruptKeyFileException if it is damaged
   */
  public KeyIndex get(ChannelPool channels, String path, Check check) throws IOException {
    Optional<KeyIndex> known = find(path);
    if (known.isPresent()) {
      return known.get();
    }
    KeyIndex read = KeyIndex.read(channels, path);
    check.require(read);
    keep(read);
    return read;
  }

  private synchronized Optional<KeyIndex> find(String path) {
    return Optional.ofNullable(kept.get(path));
  }

  private synchronized void keep(KeyIndex index) {
    if (index.footprint() > maxBytes || kept.putIfAbsent(index.path(), index) != null) {
      return;
    }
    bytes += index.footprint();
    Iterator<KeyIndex> oldest = kept.values().iterator();
    while (bytes > maxBytes) {
      bytes -= oldest.next().footprint();
      oldest.remove();
    }
  }
}
