package simile.proof.model;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import simile.store.Store;

/** The ways to change a store. Each is one run; with the same run id it is the same run again. */
interface Operations {
  /** The store as it is, opened anew. */
  Store open() throws IOException;

  void ingest(String run, Step.Ingest ingest) throws IOException;

  void delete(String run, List<String> ids) throws IOException;

  /**
   * Deletes by criteria.
   *
   * @param meanwhile happens between reading and commit
   * @throws simile.log.CommitConflictException if the store was rolled back meanwhile
   */
  void deleteBy(String run, Filter filter, Meanwhile meanwhile) throws IOException;

  void undelete(String run, List<String> ids) throws IOException;

  /**
   * Compacts.
   *
   * @param meanwhile happens between writing and commit
   */
  void compact(String run, boolean full, Meanwhile meanwhile) throws IOException;

  void rollback(String run, long version) throws IOException;

  void tag(String run, String name, long version) throws IOException;

  void untag(String run, String name) throws IOException;

  void vacuum(String run, Duration olderThan) throws IOException;

  /** What another does meanwhile. */
  interface Meanwhile {
    void happen() throws IOException;
  }
}
