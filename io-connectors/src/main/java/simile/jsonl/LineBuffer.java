package simile.jsonl;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** A line that is being made, and what is wrong with it before anyone has looked at it. */
public final class LineBuffer extends ByteArrayOutputStream {
  private static final int FIRST_BYTES = 1 << 12;

  private Optional<LineFault> fault = Optional.empty();

  public LineBuffer() {
    super(FIRST_BYTES);
  }

  /** Says that the line is to be rejected, whatever its contract says. The first fault counts. */
  public void reject(LineFault found) {
    fault = fault.or(() -> Optional.of(found));
  }

  /** Why the line is to be rejected; empty if the contract decides. */
  public Optional<LineFault> fault() {
    return fault;
  }

  /** Begins another line. */
  public void clear() {
    reset();
    fault = Optional.empty();
  }

  /** The line's bytes; valid until it is changed. */
  byte[] bytes() {
    return buf;
  }
}
