package simile.jobs.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * An input of an import, which was looked at: what it holds is whole and safe to read. Closing it
 * deletes what was unpacked for it, so it stays open until the run has ended.
 */
public interface ImportSource extends Closeable {

  /** What it holds, collection by collection, in order. */
  List<FoundCollection> collections();

  @Override
  default void close() throws IOException {}
}
