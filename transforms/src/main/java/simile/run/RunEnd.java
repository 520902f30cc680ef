package simile.run;

import java.io.IOException;
import java.io.Serializable;

/**
 * Ends a run. Called again for a retry or a duplicate, it must find what the first call did, and
 * yield the same.
 *
 * @param <R> what became of a part
 * @param <O> what became of the run
 */
@FunctionalInterface
public interface RunEnd<R, O> extends Serializable {

  /**
   * @param results of every part, some perhaps more than once, and the seed; may be iterated once
   */
  O end(Iterable<R> results) throws IOException;
}
