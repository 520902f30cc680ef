package simile.watch;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import simile.ingest.SplitResult;

/**
 * A window of which all splits are done, one way or the other.
 *
 * @param results of those that could be read
 * @param unreadable why the others could not; none if all could
 */
record GatheredWindow(Window window, List<SplitResult> results, List<String> unreadable)
    implements Serializable {

  GatheredWindow {
    results = List.copyOf(results);
    unreadable = List.copyOf(unreadable);
  }

  /** Why the window cannot be committed; empty if it can. */
  Optional<String> failure() {
    return unreadable.isEmpty()
        ? Optional.empty()
        : Optional.of(
            unreadable.get(0)
                + (unreadable.size() == 1 ? "" : " (and " + (unreadable.size() - 1) + " more)"));
  }
}
