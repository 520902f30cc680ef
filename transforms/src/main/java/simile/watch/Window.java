package simile.watch;

import java.io.Serializable;
import java.util.List;
import simile.ingest.RunPlan;
import simile.log.CollectionKey;

/**
 * A window of a stream: the run that ingests its files.
 *
 * @param plan the run; it has one collection
 * @param stream the stream's run
 * @param base the version up to which no entry lists any of its files, and none ends the stream
 * @param unreadable why it cannot be done, if that is known; its splits are not worked on then
 */
public record Window(RunPlan plan, String stream, long base, List<String> unreadable)
    implements Serializable {

  public Window {
    unreadable = List.copyOf(unreadable);
  }

  /** The collection that takes the files in. */
  CollectionKey key() {
    return plan.collections().get(0).key();
  }

  /** How many splits are to be worked on. */
  int splits() {
    return unreadable.isEmpty() ? plan.splits().size() : 0;
  }
}
