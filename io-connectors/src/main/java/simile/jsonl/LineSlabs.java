package simile.jsonl;

import java.io.IOException;
import java.util.Optional;

/**
 * Packs lines that come one by one into slabs. Lines have a number, and no offset: it is 0.
 *
 * <p>A line longer than {@code maxLineBytes} goes to the {@link LongLineSink}.
 */
public final class LineSlabs implements SlabSource {
  private final LineSource lines;
  private final int slabBytes;
  private final int maxLineBytes;
  private final LineBuffer line = new LineBuffer();
  private long number;
  private boolean ended;

  /**
   * @param slabBytes about how many bytes a slab holds
   * @param maxLineBytes the longest line that is no violation
   */
  public LineSlabs(LineSource lines, int slabBytes, int maxLineBytes) {
    this.lines = lines;
    this.slabBytes = slabBytes;
    this.maxLineBytes = maxLineBytes;
  }

  @Override
  public Optional<Slab> next(LongLineSink longLines) throws IOException {
    if (ended) {
      return Optional.empty();
    }
    Slab slab = new Slab(Math.min(slabBytes, 1 << 20));
    int filled = 0;
    while (filled < slabBytes) {
      line.clear();
      if (!lines.next(line)) {
        ended = true;
        break;
      }
      if (line.size() > maxLineBytes) {
        longLine(longLines);
      } else {
        filled = add(slab, filled);
      }
      number++;
    }
    return slab.lines() == 0 && ended ? Optional.empty() : Optional.of(slab);
  }

  private int add(Slab slab, int filled) {
    int end = Math.addExact(filled, line.size());
    if (end > slab.bytes().length) {
      long twice = slab.bytes().length * 2L;
      slab.ensureCapacity((int) Math.max(end, Math.min(twice, (long) slabBytes + line.size())));
    }
    System.arraycopy(line.bytes(), 0, slab.bytes(), filled, line.size());
    slab.add(filled, end, 0, number);
    line.fault().ifPresent(slab::reject);
    return end;
  }

  private void longLine(LongLineSink longLines) throws IOException {
    longLines.begin(0, number);
    longLines.piece(line.bytes(), 0, line.size());
    longLines.end();
  }

  @Override
  public long linesRead() {
    return number;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
