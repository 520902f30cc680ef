package simile.input;

import java.util.ArrayList;
import java.util.List;
import simile.jsonl.Slab;

/** A slab, and which of its lines came from which piece of the split. */
public final class SplitSlab {
  private final Slab slab;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Integer> firstLine = new ArrayList<>();

  SplitSlab(Slab slab, Piece piece) {
    this.slab = slab;
    pieces.add(piece);
    firstLine.add(0);
  }

  public Slab slab() {
    return slab;
  }

  /** The pieces in order. */
  public List<Piece> pieces() {
    return pieces;
  }

  /** The first line of the {@code p}-th piece. */
  public int firstLine(int p) {
    return firstLine.get(p);
  }

  /** The line after the last of the {@code p}-th piece. */
  public int endLine(int p) {
    return p + 1 == pieces.size() ? slab.lines() : firstLine.get(p + 1);
  }

  void append(Slab more, Piece piece) {
    firstLine.add(slab.lines());
    pieces.add(piece);
    slab.append(more);
  }
}
