package simile.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What to run.
 *
 * @param records the sizes, one table each
 * @param only the names of contestants, or their beginnings; empty for all
 * @param work where inputs and outputs go; empty for a temporary folder
 * @param keep whether the inputs stay there
 * @param write whether the subject's page gets the tables
 * @param subject what is measured
 */
record Arguments(
    List<Long> records,
    int runs,
    List<String> only,
    Optional<Path> work,
    boolean keep,
    boolean write,
    Subject subject) {

  static final String USAGE =
      """
      usage: benchmarks/run [--lifecycle|--transfer|--scale|--faults] [--records N,N…] [--runs N] [--only NAME,NAME…] [--work DIR] [--keep] [--write]

        --lifecycle  instead of ingesting, read a store of twenty overlapping commits
        --transfer   instead of ingesting, export a store, and import one
        --scale      instead of ingesting, compare slots of a cluster and storages, and let a log grow
        --faults     instead of ingesting, kill workers under Beam's own file output
        --records  analogies in the input, one table for each number (1000000)
        --runs     how often each contestant runs; the median counts (3)
        --only     contestants by name or its beginning: simile, simile-direct, plain-java, duckdb, python,
                   naive-beam; naive-beam-direct is slow and runs only when it is named; with
                   --lifecycle, parts of it: read, lookup, open, rewrite; with
                   --scale: slots, storage, requests, commit
        --work     where inputs and outputs go (a temporary folder, deleted afterwards)
        --keep     keep the generated inputs in --work and use them again
        --write    put the tables into docs/benchmarks.md, docs/scale.md or docs/faults.md
      """;

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  static Arguments parse(String[] args) {
    List<Long> records = List.of(1_000_000L);
    int runs = 3;
    List<String> only = List.of();
    Optional<Path> work = Optional.empty();
    boolean keep = false;
    boolean write = false;
    Subject subject = Subject.INGESTS;
    Iterator<String> rest = Arrays.asList(args).iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--records" -> records = list(rest, option).stream().map(Arguments::number).toList();
        case "--runs" -> runs = (int) number(value(rest, option));
        case "--only" -> only = list(rest, option);
        case "--work" -> work = Optional.of(Path.of(value(rest, option)).toAbsolutePath());
        case "--keep" -> keep = true;
        case "--write" -> write = true;
        default -> subject = subject(subject, option);
      }
    }
    if (keep && work.isEmpty()) {
      throw new IllegalArgumentException("--keep needs --work");
    }
    return new Arguments(records, runs, only, work, keep, write, subject);
  }

  private static Subject subject(Subject chosen, String option) {
    Subject next =
        Subject.of(option)
            .orElseThrow(() -> new IllegalArgumentException("unknown option " + option));
    if (chosen != Subject.INGESTS && chosen != next) {
      throw new IllegalArgumentException(
          chosen.option() + " and " + option + " do not go together");
    }
    return next;
  }

  boolean chooses(Contestant contestant) {
    String name = contestant.name();
    return only.isEmpty()
        ? !name.equals(Contestants.NAIVE_DIRECT)
        : only.stream().anyMatch(name::startsWith);
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static List<String> list(Iterator<String> rest, String option) {
    return List.of(value(rest, option).split(",", -1));
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number: " + text, e);
    }
    throw new IllegalArgumentException("a number above 0 expected, got " + text);
  }
}
