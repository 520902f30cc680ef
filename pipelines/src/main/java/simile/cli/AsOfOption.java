package simile.cli;

import picocli.CommandLine.Option;
import simile.store.AsOf;

/** {@code --as-of}. */
final class AsOfOption {
  static final String LATEST = "latest";

  @Option(
      names = "--as-of",
      paramLabel = "VERSION|TIME",
      defaultValue = LATEST,
      description = "Look at the store as it was (default: ${DEFAULT-VALUE}).")
  private AsOf asOf;

  AsOf get() {
    return asOf;
  }
}
