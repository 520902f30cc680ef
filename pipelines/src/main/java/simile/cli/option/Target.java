package simile.cli.option;

import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;

/** Which collection of which store: {@code --store}, {@code --context}, {@code --collection}. */
public final class Target {

  @Mixin private StoreOption store;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "The part of the store (default: ${DEFAULT-VALUE}).")
  private String context;

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      defaultValue = "analogies",
      description = "The kind of record (default: ${DEFAULT-VALUE}).")
  private String collection;

  public StoreOption store() {
    return store;
  }

  public String context() {
    return context;
  }

  public String collection() {
    return collection;
  }

  public CollectionSnapshot snapshot(AsOf asOf) throws IOException {
    return store.open().snapshot(asOf).collection(context, collection);
  }
}
