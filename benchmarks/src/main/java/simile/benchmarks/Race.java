package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.benchmarks.files.Folders;
import simile.benchmarks.generate.IdNumbers;
import simile.benchmarks.generate.InputFile;

/** Lets all contestants run over one input, in turns: A B C, A B C, … */
final class Race {
  private final List<Contestant> contestants;
  private final Path work;
  private final int runs;

  Race(List<Contestant> contestants, Path work, int runs) {
    this.contestants = contestants;
    this.work = work;
    this.runs = runs;
  }

  /** Runs and checks everyone; who fails is out, and the result says why. */
  RaceResult run(long records) throws IOException, InterruptedException {
    Path input = InputFile.in(work, records);
    Map<Contestant, List<Measurement>> measured = new LinkedHashMap<>();
    Map<Contestant, String> out = new LinkedHashMap<>();
    for (Contestant contestant : contestants) {
      Optional<String> obstacle = contestant.obstacle();
      obstacle.ifPresent(why -> out.put(contestant, why));
      if (obstacle.isEmpty()) {
        measured.put(contestant, new ArrayList<>());
      }
    }
    for (int run = 1; run <= runs; run++) {
      for (Contestant contestant : List.copyOf(measured.keySet())) {
        try {
          Measurement one = once(contestant, input, new IdNumbers(records).distinct());
          measured.get(contestant).add(one);
          say("%d, run %d, %s: %.2f s".formatted(records, run, contestant.name(), one.seconds()));
        } catch (ContestantFailedException e) {
          say("%d, run %d, %s: %s".formatted(records, run, contestant.name(), e.getMessage()));
          measured.remove(contestant);
          out.put(contestant, e.getMessage());
        }
      }
    }
    return new RaceResult(records, Files.size(input), measured, out);
  }

  private Measurement once(Contestant contestant, Path input, long ids)
      throws IOException, InterruptedException {
    Path output = work.resolve("output");
    Folders.delete(output);
    Measurement measurement = new Meter(work).run(contestant, input, output);
    for (OutputCheck check : contestant.checks()) {
      long found = check.distinctIds(output);
      if (found != ids) {
        throw new ContestantFailedException(
            "its %s has %d ids instead of %d".formatted(check, found, ids));
      }
    }
    Folders.delete(output);
    return measurement;
  }

  private static void say(String what) {
    System.err.println(what);
  }
}
