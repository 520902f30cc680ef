package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
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
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.cli.console.RecordPrinter;
import simile.cli.option.AsOfOption;
import simile.cli.option.Filters;
import simile.cli.option.FormatOption;
import simile.cli.option.RecordColumns;
import simile.cli.option.Target;
import simile.cli.option.Version;
import simile.query.Criteria;
import simile.query.OrderBy;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.store.CollectionSnapshot;

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
      "  simile query --store /tmp/store --id heart-pump --all-versions",
      "  simile query --store /tmp/store --as-of 3 --id heart-pump --with-embeddings",
      "  simile query --store /tmp/store --domain heart --explain"
    })
final class QueryCommand implements Callable<Integer> {
  private static final long FEW = 1_000;
  private static final int MAX_THREADS = 4;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private Target target;
  @Mixin private Filters filters;
  @Mixin private AsOfOption asOf;

  @Option(
      names = "--order-by",
      paramLabel = "FIELD[:desc]",
      description = "Sort by a field; without it, records come by id.")
  private Optional<OrderBy> orderBy = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Print at most N records.")
  private Optional<Long> limit = Optional.empty();

  @Option(
      names = "--with-embeddings",
      description = "Put each record's vector back into its field 'embedding'.")
  private boolean withEmbeddings;

  @Option(names = "--count", description = "Print only how many records match.")
  private boolean count;

  @Option(
      names = "--explain",
      description =
          "Run the query, and instead of records print which files it read, and why not the others.")
  private boolean explain;

  @Option(
      names = "--all-versions",
      description = "Print what every version did to the records with the ids given, latest first.")
  private boolean allVersions;

  @Mixin private FormatOption format;

  QueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (allVersions) {
      printLives();
      return 0;
    }
    Query query = query();
    CollectionSnapshot snapshot = target.snapshot(asOf.get());
    filters.requireFields(snapshot);
    if (explain) {
      new ExplanationPrinter(console).print(format.get(), snapshot.explain(query));
    } else if (count) {
      printCount(
          count(snapshot, new Query(query.criteria(), Optional.empty(), query.limit(), false)));
    } else {
      print(snapshot, query);
    }
    return 0;
  }

  private static long count(CollectionSnapshot snapshot, Query query) throws IOException {
    long n = 0;
    try (Rows rows = snapshot.query(query, threads(query))) {
      while (rows.next().isPresent()) {
        n++;
      }
    }
    return n;
  }

  /** A few records come sooner without threads that read ahead. */
  private static int threads(Query query) {
    boolean few = query.limit().orElse(Long.MAX_VALUE) <= FEW && query.orderBy().isEmpty();
    return few ? 1 : Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private void printCount(long n) throws IOException {
    if (format.get() == OutputFormat.TABLE) {
      console.line(Long.toString(n));
    } else {
      new FieldsPrinter(console)
          .print(format.get(), JsonNodeFactory.instance.objectNode().put("count", n));
    }
  }

  private void print(CollectionSnapshot snapshot, Query query) throws IOException {
    try (Rows rows = snapshot.query(query, threads(query));
        RecordPrinter printer =
            RecordPrinter.of(
                format.get(),
                console,
                RecordColumns.of(snapshot.schema(), format.get(), withEmbeddings))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        byte[] json = row.get().utf8();
        printer.print(json, 0, json.length);
      }
    }
  }

  private void printLives() throws IOException {
    List<String> ids = filters.criteria().ids();
    boolean asksMore = !filters.criteria().withIds(List.of()).equals(Criteria.ALL);
    if (ids.isEmpty() || asksMore || count || explain || orderBy.isPresent() || limit.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--all-versions goes with --id ID and no other criterion or order");
    }
    RecordLife.print(console, format.get(), target, ids);
  }

  private Query query() {
    if (limit.filter(n -> n < 0).isPresent()) {
      throw new ParameterException(spec.commandLine(), "--limit is below 0; expected 0 or more");
    }
    return new Query(
        filters.criteria(),
        orderBy,
        limit.isPresent() ? OptionalLong.of(limit.get()) : OptionalLong.empty(),
        withEmbeddings);
  }
}
