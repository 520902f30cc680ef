package simile.proof.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.delete.DeleteDetails;
import simile.files.LocalFiles;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.Operation;
import simile.proof.Children;

/**
 * Threads and processes ingest, delete by id and by criteria, and compact one store at once: what
 * they were told is committed is in the log once, and nothing else; the records are those of a
 * serial replay, in which a delete by criteria hides what matched in the version that it read.
 */
class ConcurrencyTest {
  private static final Step.Ingest FIRST =
      new Step.Ingest(List.of(new Line.Put("i1", "river", 1, "", 1, true)), false);

  @TempDir Path folder;

  @Test
  void threadsAndAProcessAtOnce() throws Exception {
    race(new Crowd("here", 4, 6), List.of(new Crowd("there", 2, 5)), 25);
  }

  @Test
  @Tag("full")
  void eightThreadsAndFourProcessesAtOnce() throws Exception {
    race(
        new Crowd("here", 8, 22),
        List.of(
            new Crowd("p1", 2, 25),
            new Crowd("p2", 2, 25),
            new Crowd("p3", 2, 25),
            new Crowd("p4", 2, 25)),
        300);
  }

  private void race(Crowd here, List<Crowd> others, int commits) throws Exception {
    LocalFiles files = new LocalFiles(folder);
    Operations operations = new PlainOperations(files, Clock.systemUTC(), false, new TreeSet<>());
    Ledger ledger = new Ledger();
    new Runs(operations, ledger).run("first", FIRST);
    List<Process> processes = new ArrayList<>();
    for (Crowd other : others) {
      processes.add(start(other));
    }
    Set<String> told = new TreeSet<>(here.change(files));
    for (Process process : processes) {
      told.addAll(runsOf(process));
    }
    Map<String, Long> reads = readVersions(operations.open().log());
    here.names().forEach(run -> expect(run, reads, ledger));
    others.forEach(other -> other.names().forEach(run -> expect(run, reads, ledger)));
    Life.requireAsTold("after the race", operations, ledger);
    requireToldAndNoOther(told, ledger);
    new Inspection(operations.open()).requireUndamaged();
    assertThat(ledger.latest(), is(greaterThanOrEqualTo((long) commits)));
    assertThat("deletes by criteria", reads.size(), is(greaterThanOrEqualTo(commits / 15)));
  }

  /** The versions that deletes by criteria matched their records in, by run. */
  private static Map<String, Long> readVersions(CommitLog log) throws IOException {
    Map<String, Long> reads = new TreeMap<>();
    for (long version = 2; version <= log.latestVersion(); version++) {
      Commit entry = log.read(version);
      if (Crowd.stepOf(entry.runId()) instanceof Step.DeleteBy) {
        reads.put(entry.runId(), Long.parseLong(entry.details().get(DeleteDetails.READ_VERSION)));
      }
    }
    return reads;
  }

  private static void expect(String run, Map<String, Long> reads, Ledger ledger) {
    Step step = Crowd.stepOf(run);
    if (step instanceof Step.Ingest ingest) {
      ledger.expect(run, (before, commit) -> before.ingested(ingest.lines(), commit));
    } else if (step instanceof Step.Delete delete) {
      ledger.expect(run, (before, commit) -> before.deleted(delete.ids()));
    } else if (step instanceof Step.DeleteBy delete) {
      // A run that is not in the log read nothing that counts.
      long read = reads.getOrDefault(run, 0L);
      ledger.expect(
          run, (before, commit) -> before.deletedBy(delete.filter(), read, ledger.at(read)));
    } else {
      ledger.expect(run, Ledger.Effect.NONE);
    }
  }

  private static void requireToldAndNoOther(Set<String> told, Ledger ledger) {
    Set<String> committed = new TreeSet<>();
    for (long version = 2; version <= ledger.latest(); version++) {
      Commit entry = ledger.entry(version);
      if (entry.operation() != Operation.COMPACT) {
        committed.add(entry.runId());
      }
    }
    Set<String> answered = new TreeSet<>(told);
    answered.removeIf(run -> Crowd.stepOf(run) instanceof Step.Compact);
    assertThat(committed, is(answered));
  }

  private Process start(Crowd crowd) throws IOException {
    return Children.start(
        CrowdMain.class,
        List.of(),
        folder.toString(),
        crowd.name(),
        Integer.toString(crowd.threads()),
        Integer.toString(crowd.runs()));
  }

  private static List<String> runsOf(Process process) throws IOException, InterruptedException {
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(printed, process.waitFor(), is(0));
    return printed
        .lines()
        .map(
            line ->
                line.startsWith("done ")
                    ? Optional.of(line.substring(5))
                    : Optional.<String>empty())
        .flatMap(Optional::stream)
        .toList();
  }
}
