package simile.cli;

import picocli.CommandLine.Option;

/** Which collection of which store: {@code --store}, {@code --context}, {@code --collection}. */
final class Target {

  @Option(
      names = "--store",
      required = true,
      paramLabel = "STORE",
      defaultValue = "${env:SIMILE_STORE}",
      description =
          "The store: a folder, or a URI such as hdfs:// or s3://. Default: SIMILE_STORE.")
  private String store;

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

  Place place() {
    return new Place(store, context, collection);
  }

  /** A collection in a context of a store. */
  record Place(String store, String context, String collection) {}
}
