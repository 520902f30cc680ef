package simile.conflict;

import java.io.IOException;

/** Hears of conflicts, batch after batch, in the order of ids within each. */
@FunctionalInterface
public interface ConflictSink {

  /** Hears of none. */
  ConflictSink NONE = conflict -> {};

  void add(Conflict conflict) throws IOException;
}
