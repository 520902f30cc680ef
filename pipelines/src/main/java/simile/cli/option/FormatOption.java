package simile.cli.option;

import picocli.CommandLine.Option;
import simile.cli.console.OutputFormat;

/** {@code --format}. */
public final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  public OutputFormat get() {
    return format;
  }
}
