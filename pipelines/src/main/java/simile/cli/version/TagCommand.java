package simile.cli.version;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.RecordPrinter;
import simile.cli.option.AsOfOption;
import simile.cli.option.FormatOption;
import simile.cli.option.RunOptions;
import simile.cli.option.StoreOption;
import simile.files.Sha256;
import simile.jobs.EarlierRun;
import simile.jobs.ExitCode;
import simile.jobs.RunIds;
import simile.layout.Names;
import simile.log.Commit;
import simile.log.RunIdentity;
import simile.store.Store;
import simile.tags.Tags;

/** {@code simile tag}: names for versions. */
@Command(
    name = "tag",
    sortOptions = false,
    description = {
      "Name a version, so that --as-of takes the name and no vacuum gives the version up.",
      "Without a name, or with --list, list the tags."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile tag --store /tmp/store before-cleanup",
      "  simile tag --store /tmp/store v1.0 --as-of 3",
      "  simile tag --store /tmp/store --list",
      "  simile tag --store /tmp/store --delete v1.0"
    })
public final class TagCommand implements Callable<Integer> {
  // Not the standard options of all commands: --version would be taken for the version to name.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("UnusedVariable") // picocli looks at it
  private boolean help;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("tag"),
          Column.number("version"),
          new Column("committed_at", "committed at", false));

  private final Console console;
  private final Clock clock;

  @Spec private CommandSpec spec;
  @Mixin private StoreOption store;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The tag.")
  private Optional<String> name = Optional.empty();

  @Mixin private AsOfOption asOf;

  @Option(names = "--list", description = "List the tags.")
  private boolean list;

  @Option(names = "--delete", description = "Take the tag away; its version may then be given up.")
  private boolean delete;

  @Mixin private RunOptions run;
  @Mixin private FormatOption format;

  public TagCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (list && (delete || name.isPresent())) {
      throw new ParameterException(spec.commandLine(), "--list takes no name and no --delete");
    }
    if (delete && name.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--delete needs the tag's name");
    }
    Store opened = store.open();
    return name.isPresent() ? change(opened, name.get()) : list(opened);
  }

  private int list(Store opened) throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      for (Map.Entry<String, Long> tag : new Tags(opened).list().entrySet()) {
        printer.print(
            JsonNodeFactory.instance
                .objectNode()
                .put("tag", tag.getKey())
                .put("version", tag.getValue())
                .put("committed_at", opened.log().read(tag.getValue()).committedAt().toString()));
      }
    }
    return 0;
  }

  private int change(Store opened, String tag) throws IOException {
    RunIdentity identity = identity(tag);
    Optional<Commit> commit =
        EarlierRun.find(
            opened.log(), identity.runId(), identity.token(), identity.argumentsSha256());
    if (commit.isEmpty()) {
      Tags tags = new Tags(opened);
      commit = delete ? tags.delete(identity, tag) : tags.add(identity, tag, asOf.get());
    }
    if (commit.isEmpty()) {
      console.say("simile: nothing to do: the version has the tag '" + tag + "' already");
      return ExitCode.NOTHING.number();
    }
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("run_id", commit.get().runId())
            .put("version", commit.get().version());
    commit.get().details().forEach(object::put);
    new FieldsPrinter(console).print(format.get(), object);
    return 0;
  }

  private RunIdentity identity(String tag) {
    String runId =
        Names.requireRunId(run.runId().orElseGet(() -> RunIds.fresh("tag", clock.instant())));
    String asked = String.join("\n", "tag", tag, delete ? "delete" : asOf.get().toString());
    return new RunIdentity(runId, run.token().orElse(runId), Sha256.of(asked.getBytes(UTF_8)));
  }
}
