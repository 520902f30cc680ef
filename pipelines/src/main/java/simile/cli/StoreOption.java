package simile.cli;

import picocli.CommandLine.Option;

/** {@code --store}, for what is about a store as a whole. */
final class StoreOption {

  @Option(
      names = "--store",
      required = true,
      paramLabel = "STORE",
      defaultValue = "${env:SIMILE_STORE}",
      description =
          "The store: a folder, or a URI such as hdfs:// or s3://. Default: SIMILE_STORE.")
  private String store;

  String get() {
    return store;
  }
}
