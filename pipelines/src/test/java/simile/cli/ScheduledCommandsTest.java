package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import simile.cli.console.Console;
import simile.cli.console.Terminal;
import simile.jobs.IngestOptions;
import simile.proof.schedules.AirflowTasks;
import simile.proof.schedules.ScheduleFiles;

/** Every command in the files for schedulers is one that this build takes. */
class ScheduledCommandsTest {

  @ParameterizedTest
  @MethodSource("commands")
  void isACommandLineOfSimile(List<String> words) {
    ParseResult parsed = parse(words);
    assertThat(parsed.hasSubcommand(), is(true));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isRefusedOnceAnOptionIsMisspelt(List<String> words) {
    List<String> misspelt = new ArrayList<>(words);
    misspelt.replaceAll(word -> word.equals("--store") ? "--stroe" : word);
    assertThrows(ParameterException.class, () -> parse(misspelt));
  }

  static List<List<String>> commands() throws Exception {
    List<List<String>> all = new ArrayList<>();
    all.addAll(ScheduleFiles.cronJobs());
    all.addAll(ScheduleFiles.systemd());
    all.addAll(ScheduleFiles.cron());
    all.addAll(AirflowTasks.shells());
    return all;
  }

  @Test
  void everySchedulerCompactsAndVacuums() throws Exception {
    for (List<List<String>> scheduler :
        List.of(
            ScheduleFiles.cronJobs(),
            ScheduleFiles.systemd(),
            ScheduleFiles.cron(),
            AirflowTasks.shells())) {
      List<String> names = scheduler.stream().map(words -> words.get(0)).toList();
      assertThat(names, containsInAnyOrder("compact", "vacuum"));
    }
  }

  @Test
  void ingestsGiveTheMainWhatItTakes() throws Exception {
    for (List<String> arguments : List.of(AirflowTasks.ingest(), ScheduleFiles.sessionJob())) {
      IngestOptions options = ingest(arguments);
      assertThat(arguments.toString(), options.getStore(), is("s3://bucket/analogies"));
      assertThat(options.getRunner().getSimpleName(), is("FlinkRunner"));
      assertThat(options.getRunId(), containsString("nightly-"));
      assertThat(options.getMaxViolationRatio(), is(0.01));
    }
  }

  @Test
  void anOptionThatTheMainDoesNotKnowIsRefused() throws Exception {
    List<String> arguments = new ArrayList<>(ScheduleFiles.sessionJob());
    arguments.add("--runIdd=x");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ingest(arguments));
    assertThat(refused.getMessage(), containsString("runIdd"));
  }

  @Test
  void airflowSkipsWhereThereIsNothingToDo() throws Exception {
    for (String exits : AirflowTasks.skippedExits()) {
      assertThat(exits, is("[4, 5]"));
    }
    assertThat(AirflowTasks.skippedExits(), hasItem("[4, 5]"));
  }

  private static IngestOptions ingest(List<String> arguments) {
    return PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new))
        .withValidation()
        .as(IngestOptions.class);
  }

  private static ParseResult parse(List<String> words) {
    Console console =
        Console.of(new ByteArrayOutputStream(), new ByteArrayOutputStream(), Terminal.NONE);
    CommandLine line = Converted.by(Commands.of(console));
    return line.setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words.toArray(String[]::new));
  }
}
