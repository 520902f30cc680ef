package simile.log;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which versions are kept: their files are there, and they can be asked.
 *
 * @param oldest the least version that is kept with all after it; 0 while nothing was given up
 * @param tags versions by the names that people gave them; each is kept, however old
 */
public record Retention(long oldest, SortedMap<String, Long> tags) {
  public static final Retention ALL = new Retention(0, new TreeMap<>());

  public Retention {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  public boolean keeps(long version) {
    return version >= oldest || tags.containsValue(version);
  }

  public Retention from(long newOldest) {
    return new Retention(newOldest, tags);
  }

  public Retention withTag(String name, long version) {
    SortedMap<String, Long> more = new TreeMap<>(tags);
    more.put(name, version);
    return new Retention(oldest, more);
  }

  public Retention withoutTag(String name) {
    SortedMap<String, Long> fewer = new TreeMap<>(tags);
    fewer.remove(name);
    return new Retention(oldest, fewer);
  }

  /** With other tags. */
  public Retention withTags(Map<String, Long> newTags) {
    return new Retention(oldest, new TreeMap<>(newTags));
  }
}
