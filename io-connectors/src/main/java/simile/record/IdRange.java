package simile.record;

import java.io.Serializable;

/**
 * Ids between two others, in the order of their UTF-8 bytes.
 *
 * @param from the least; empty for no limit
 * @param to above the greatest; empty for no limit
 */
public record IdRange(String from, String to) implements Serializable {
  /** Every id. */
  public static final IdRange ALL = new IdRange("", "");

  public boolean contains(String id) {
    return Utf8Order.compare(from, id) <= 0 && (to.isEmpty() || Utf8Order.compare(id, to) < 0);
  }

  /** Whether an id from least to greatest, both included, may be in the range. */
  public boolean overlaps(String least, String greatest) {
    return Utf8Order.compare(from, greatest) <= 0
        && (to.isEmpty() || Utf8Order.compare(least, to) < 0);
  }
}
