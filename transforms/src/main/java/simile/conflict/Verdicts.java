package simile.conflict;

import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What becomes of the rows of a batch, by rank. */
public final class Verdicts {
  private final BitSet written = new BitSet();
  private final SortedMap<Integer, byte[]> merged = new TreeMap<>();

  void write(int rank) {
    written.set(rank);
  }

  void merge(int rank, byte[] line) {
    merged.put(rank, line);
  }

  /** The ranks of rows that are written as they are. */
  public BitSet written() {
    return (BitSet) written.clone();
  }

  /** The line that is written instead of a row. */
  public Optional<byte[]> merged(int rank) {
    return Optional.ofNullable(merged.get(rank));
  }

  public boolean mergesAny() {
    return !merged.isEmpty();
  }
}
