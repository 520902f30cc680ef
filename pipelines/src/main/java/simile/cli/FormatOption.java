package simile.cli;

import picocli.CommandLine.Option;
import simile.cli.console.OutputFormat;

/** {@code --format}. */
final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  OutputFormat get() {
    return format;
  }
}
