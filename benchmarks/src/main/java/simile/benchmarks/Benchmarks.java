package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import simile.benchmarks.faults.Faults;
import simile.benchmarks.files.Folders;
import simile.benchmarks.generate.InputFile;
import simile.benchmarks.lifecycle.Lifecycle;
import simile.benchmarks.scale.Scale;

/** Runs the races and prints a Markdown report on standard output, all else on standard error. */
public final class Benchmarks {
  private final Arguments arguments;
  private final Path root;

  private Benchmarks(Arguments arguments, Path root) {
    this.arguments = arguments;
    this.root = root;
  }

  public static void main(String[] args) throws Exception {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(Arguments.USAGE);
      System.exit(2);
      return;
    }
    new Benchmarks(arguments, Path.of(System.getProperty("simile.root", ""))).run();
  }

  private void run() throws Exception {
    Path work =
        arguments.work().isPresent()
            ? Files.createDirectories(arguments.work().get())
            : Files.createTempDirectory("simile-benchmarks");
    try {
      String report = report(work);
      System.out.print(report);
      if (arguments.write()) {
        Subject subject = arguments.subject();
        new Page(root.resolve(subject.page()), subject).replaceTables(report);
      }
    } finally {
      cleanUp(work);
    }
  }

  private String report(Path work) throws Exception {
    return switch (arguments.subject()) {
      case INGESTS -> races(work);
      case LIFECYCLE -> lifecycle(work);
      case TRANSFER -> transfer(work);
      case SCALE -> scale(work);
      case FAULTS -> faults(work);
    };
  }

  private String races(Path work) throws IOException, InterruptedException {
    List<Contestant> contestants =
        Contestants.all(root, work).stream().filter(arguments::chooses).toList();
    Race race = new Race(contestants, work, arguments.runs());
    List<RaceResult> results = new ArrayList<>();
    for (long records : arguments.records()) {
      results.add(race.run(records));
    }
    return Report.of(Environment.here(Clock.systemUTC()), arguments.runs(), results);
  }

  private String lifecycle(Path work) throws Exception {
    Lifecycle lifecycle = new Lifecycle(root, work, arguments.runs(), arguments.only());
    StringBuilder report = new StringBuilder();
    report.append(Environment.here(Clock.systemUTC()).describe()).append(".\n\n");
    for (long records : arguments.records()) {
      report.append(lifecycle.run(records));
    }
    return report.toString();
  }

  private String transfer(Path work) throws IOException, InterruptedException {
    Transfer transfer = new Transfer(root, work, arguments.runs());
    StringBuilder report = new StringBuilder();
    report
        .append(Environment.here(Clock.systemUTC()).describe())
        .append(". %d runs each, in turns; medians.%n%n".formatted(arguments.runs()));
    for (long records : arguments.records()) {
      report.append(transfer.run(records));
    }
    return report.toString();
  }

  private String scale(Path work) throws Exception {
    Scale scale = new Scale(work, arguments.runs(), arguments.only());
    return Environment.here(Clock.systemUTC()).describe()
        + ". %d runs each, in turns; medians.%n%n".formatted(arguments.runs())
        + scale.run(arguments.records());
  }

  private String faults(Path work) throws IOException, InterruptedException {
    Faults faults = new Faults(work, arguments.runs());
    StringBuilder report = new StringBuilder();
    report.append(Environment.here(Clock.systemUTC()).describe()).append(".\n\n");
    for (long records : arguments.records()) {
      report.append(faults.run(records));
    }
    return report.toString();
  }

  private void cleanUp(Path work) throws IOException {
    Folders.delete(work.resolve("output"));
    if (arguments.work().isEmpty()) {
      Folders.delete(work);
    } else if (!arguments.keep()) {
      Folders.delete(work.resolve("long-log"));
      for (long records : arguments.records()) {
        Files.deleteIfExists(InputFile.of(work, records));
        Files.deleteIfExists(InputFile.of(work, records / 2));
        Folders.delete(work.resolve("lifecycle-" + records));
        Folders.delete(work.resolve("transfer-" + records));
        Files.deleteIfExists(work.resolve("transfer-" + records + ".jsonl"));
      }
    }
  }
}
