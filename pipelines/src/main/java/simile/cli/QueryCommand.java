package simile.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;

/** {@code simile query}: the records that match. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Print the records that match all criteria; of a repeated one, any.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile query --store /tmp/store --source-domain biology --min-quality 0.8 --limit 5",
      "  simile query --store /tmp/store --format jsonl --order-by quality_score:desc | head",
      "  simile query --store /tmp/store --as-of 3 --id heart-pump --with-embeddings"
    })
final class QueryCommand implements Callable<Integer> {

  private final Console console;
  private final QueryView view;

  @Spec private CommandSpec spec;
  @Mixin private Target target;
  @Mixin private Filters filters;

  @Option(
      names = "--as-of",
      paramLabel = "VERSION|TIME",
      defaultValue = "latest",
      converter = AsOf.Converter.class,
      description = "Look at the store as it was (default: ${DEFAULT-VALUE}).")
  private AsOf asOf;

  @Option(
      names = "--order-by",
      paramLabel = "FIELD[:desc]",
      converter = OrderBy.Converter.class,
      description = "Sort by a field; without it, records come by id.")
  private Optional<OrderBy> orderBy = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Print at most N records.")
  private Optional<Long> limit = Optional.empty();

  @Option(
      names = "--with-embeddings",
      description = "Put each record's vector back into its field 'embedding'.")
  private boolean withEmbeddings;

  @Option(names = "--explain", description = "Say how the query would run instead of running it.")
  private boolean explain;

  @Mixin private FormatOption format;

  QueryCommand(Console console, QueryView view) {
    this.console = console;
    this.view = view;
  }

  @Override
  public Integer call() throws IOException {
    QueryView.Request request = request();
    if (explain) {
      console.line(view.explain(request));
      return 0;
    }
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, view.columns(request))) {
      view.run(request, printer);
    }
    return 0;
  }

  private QueryView.Request request() {
    if (limit.filter(n -> n < 0).isPresent()) {
      throw new ParameterException(spec.commandLine(), "--limit is below 0; expected 0 or more");
    }
    return new QueryView.Request(
        target.place(),
        asOf,
        filters.criteria(),
        orderBy,
        limit.isPresent() ? OptionalLong.of(limit.get()) : OptionalLong.empty(),
        withEmbeddings);
  }
}
