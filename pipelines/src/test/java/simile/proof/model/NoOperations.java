package simile.proof.model;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import simile.store.Store;

/** Changes nothing. */
record NoOperations(Operations reader) implements Operations {
  @Override
  public Store open() throws IOException {
    return reader.open();
  }

  @Override
  public void ingest(String run, Step.Ingest ingest) {}

  @Override
  public void delete(String run, List<String> ids) {}

  @Override
  public void deleteBy(String run, Filter filter, Meanwhile meanwhile) {}

  @Override
  public void undelete(String run, List<String> ids) {}

  @Override
  public void compact(String run, boolean full, Meanwhile meanwhile) {}

  @Override
  public void rollback(String run, long version) {}

  @Override
  public void tag(String run, String name, long version) {}

  @Override
  public void untag(String run, String name) {}

  @Override
  public void vacuum(String run, Duration olderThan) {}
}
