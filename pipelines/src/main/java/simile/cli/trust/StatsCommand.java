package simile.cli.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.stats.PrometheusText;
import simile.stats.StatsReader;
import simile.stats.StoreStats;
import simile.store.Store;

/** {@code simile stats}: what a store holds and what it costs. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Show what a store holds and what it costs: records, dead rows, files, compaction debt.",
      "Reads every live record once; --quick reads the log alone."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile stats --store /tmp/store",
      "  simile stats --store /tmp/store --format json",
      "  simile stats --store /tmp/store --quick --format prometheus > simile.prom"
    })
public final class StatsCommand implements Callable<Integer> {

  /** How figures are printed. */
  enum Format {
    TABLE,
    JSON,
    PROMETHEUS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;

  @Mixin private StoreOption store;

  @Option(names = "--quick", description = "Only what the log tells, without reading records.")
  private boolean quick;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  public StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Store opened = store.open();
    StoreStats stats = new StatsReader(opened.files()).read(opened.log().state(), !quick);
    switch (format) {
      case TABLE -> new FieldsPrinter(console).print(OutputFormat.TABLE, StatsTable.of(stats));
      case JSON -> new FieldsPrinter(console).print(OutputFormat.JSON, StatsJson.of(stats));
      case PROMETHEUS -> console.out().write(PrometheusText.of(stats).getBytes(UTF_8));
    }
    return 0;
  }
}
