package simile.proof.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import simile.files.Sha256;
import simile.ingest.PreviewCounts;
import simile.input.InputChangedException;
import simile.jobs.InputLimits;
import simile.jobs.RefusedException;
import simile.jobs.RunSummary;
import simile.jobs.RunnerKind;
import simile.jobs.imports.ImportArgs;
import simile.jobs.imports.ImportJob;
import simile.jobs.imports.MergeStrategy;
import simile.proof.Folders;

/**
 * Imports each file of the hostile corpus, in a process whose memory is small. Ends with the first
 * case that is not as it should be.
 */
final class HostileMain {
  private final Path store;
  private final boolean runs;

  private HostileMain(Path store, boolean runs) {
    this.store = store;
    this.runs = runs;
  }

  /**
   * @param arguments a folder, a seed, and {@code run}, or {@code preview} to compare only
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path begun = folder.resolve("begun");
    Imports.run(begun, Samples.jsonl(folder, Samples.RECORDS));
    boolean runs = arguments[2].equals("run");
    int refused = 0;
    int failed = 0;
    int read = 0;
    for (HostileCorpus.Case one :
        HostileCorpus.make(folder.resolve("cases"), Long.parseLong(arguments[1]))) {
      // What one case did must not make the next one slower.
      Path store = runs ? one.input().resolveSibling("store") : begun;
      if (runs) {
        Folders.copy(begun, store);
      }
      switch (new HostileMain(store, runs).judge(one)) {
        case REFUSED -> refused++;
        case FAILED -> failed++;
        case READ -> read++;
      }
    }
    System.out.printf("refused %d, failed %d, read %d%n", refused, failed, read);
  }

  private enum End {
    REFUSED,
    FAILED,
    READ
  }

  private End judge(HostileCorpus.Case one) throws Exception {
    SortedMap<String, String> before = files();
    SortedMap<String, String> truth = truth();
    End end = end(one);
    if (one.refused() && end != End.REFUSED) {
      throw new AssertionError(one.name() + ": was " + end + ", not refused");
    }
    if (end == End.REFUSED || !runs) {
      require(before.equals(files()), one.name() + ": the store changed: " + end);
    } else if (end == End.FAILED) {
      require(truth.equals(truth()), one.name() + ": something was committed");
    }
    return end;
  }

  private End end(HostileCorpus.Case one) throws Exception {
    ImportArgs args = Imports.args(store, MergeStrategy.OVERWRITE, one.input());
    args =
        new ImportArgs(
            args.store(),
            args.context(),
            args.collection(),
            args.inputs(),
            args.contract(),
            args.embeddings(),
            args.strategy(),
            args.segments(),
            args.gate(),
            new InputLimits(1 << 20, 1 << 20),
            args.name());
    ImportJob job = Imports.job(args, RunnerKind.DIRECT);
    try {
      if (runs) {
        requireSum(one, job.run());
      } else {
        requireSum(one, job.preview((key, conflict) -> {}).counts());
      }
      return End.READ;
    } catch (RefusedException e) {
      requireClear(one, e);
      return End.REFUSED;
    } catch (InputChangedException e) {
      throw e;
    } catch (IOException e) {
      requireClear(one, e);
      return End.FAILED;
    }
  }

  private static void requireClear(HostileCorpus.Case one, Exception e) {
    String message = String.valueOf(e.getMessage());
    boolean clear =
        message.contains(one.input().getFileName().toString())
            && !message.contains("java.lang")
            && !message.contains("null");
    require(clear, one.name() + ": says only: " + message);
  }

  private static void requireSum(HostileCorpus.Case one, RunSummary summary) {
    var counts = summary.counts();
    require(counts.read() == counts.accepted() + counts.rejected(), one.name());
  }

  private static void requireSum(HostileCorpus.Case one, PreviewCounts counts) {
    require(
        counts.read().read() == counts.read().accepted() + counts.read().rejected(), one.name());
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /** All but workflows, in which people see that a run failed. */
  private SortedMap<String, String> truth() throws IOException {
    SortedMap<String, String> files = files();
    files.keySet().removeIf(path -> path.startsWith("workflows/"));
    return files;
  }

  private SortedMap<String, String> files() throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(store)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        hashes.put(store.relativize(file).toString(), Sha256.of(file));
      }
    }
    return hashes;
  }
}
