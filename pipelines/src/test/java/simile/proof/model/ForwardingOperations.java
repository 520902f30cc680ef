package simile.proof.model;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import simile.store.Store;

/** Hands everything on; a subclass overrides what is to be broken. */
class ForwardingOperations implements Operations {
  private final Operations operations;

  ForwardingOperations(Operations operations) {
    this.operations = operations;
  }

  /** Who does a run. */
  Operations of(String run) {
    return operations;
  }

  @Override
  public Store open() throws IOException {
    return operations.open();
  }

  @Override
  public void ingest(String run, Step.Ingest ingest) throws IOException {
    of(run).ingest(run, ingest);
  }

  @Override
  public void delete(String run, List<String> ids) throws IOException {
    of(run).delete(run, ids);
  }

  @Override
  public void deleteBy(String run, Filter filter, Meanwhile meanwhile) throws IOException {
    of(run).deleteBy(run, filter, meanwhile);
  }

  @Override
  public void undelete(String run, List<String> ids) throws IOException {
    of(run).undelete(run, ids);
  }

  @Override
  public void compact(String run, boolean full, Meanwhile meanwhile) throws IOException {
    of(run).compact(run, full, meanwhile);
  }

  @Override
  public void rollback(String run, long version) throws IOException {
    of(run).rollback(run, version);
  }

  @Override
  public void tag(String run, String name, long version) throws IOException {
    of(run).tag(run, name, version);
  }

  @Override
  public void untag(String run, String name) throws IOException {
    of(run).untag(run, name);
  }

  @Override
  public void vacuum(String run, Duration olderThan) throws IOException {
    of(run).vacuum(run, olderThan);
  }
}
