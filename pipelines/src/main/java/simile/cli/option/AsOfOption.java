package simile.cli.option;

import picocli.CommandLine.Option;
import simile.store.AsOf;

/** {@code --as-of}. */
public final class AsOfOption {
  private static final String LATEST = "latest";

  @Option(
      names = "--as-of",
      paramLabel = "VERSION|TAG|TIME",
      defaultValue = LATEST,
      description = "Look at the store as it was (default: ${DEFAULT-VALUE}).")
  private AsOf asOf;

  public AsOf get() {
    return asOf;
  }
}
