package simile.cli.option;

import java.io.IOException;
import picocli.CommandLine.Option;
import simile.files.StoreFiles;
import simile.store.Store;

/** {@code --store}. */
public final class StoreOption {

  @Option(
      names = "--store",
      required = true,
      paramLabel = "STORE",
      defaultValue = "${env:SIMILE_STORE}",
      description = "The store: a folder, hdfs://… or s3://… Default: SIMILE_STORE.")
  private String store;

  public String get() {
    return store;
  }

  public Store open() throws IOException {
    return Store.open(store);
  }

  /** The store's files, also if its log is damaged. */
  public StoreFiles locate() throws IOException {
    return Store.locate(store);
  }
}
