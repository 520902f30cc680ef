package simile.jobs.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import simile.files.StoreFiles;

/**
 * An input of an import, which was looked at: what it holds is whole and safe to read. Closing it
 * deletes what was unpacked for it, so it stays open until the run has ended.
 */
public interface ImportSource extends Closeable {

  /** What it holds, collection by collection, in order. */
  List<FoundCollection> collections() throws IOException;

  /**
   * Brings what belongs to no collection, once the records are committed. May be called again for
   * the same run.
   */
  default void committed(StoreFiles store) throws IOException {}

  @Override
  default void close() throws IOException {}
}
