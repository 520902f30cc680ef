package simile.cli.doctor;

import java.io.IOException;

/** Whether the store's file system can commit. */
final class StoreCheck implements Check {

  private final String store;
  private final StoreProbe probe;

  StoreCheck(String store, StoreProbe probe) {
    this.store = store;
    this.probe = probe;
  }

  @Override
  public String name() {
    return "store";
  }

  @Override
  public Finding look() {
    try {
      probe.require(store);
      return Finding.ok(name(), store + " creates atomically and lists what it holds");
    } catch (IOException e) {
      return Finding.fail(
          name(), e.getMessage(), "keep the store where it can: a local disk, HDFS or S3");
    }
  }
}
