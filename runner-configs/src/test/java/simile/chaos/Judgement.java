package simile.chaos;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import simile.files.StoreFiles;
import simile.jobs.vacuum.VacuumArgs;
import simile.jobs.vacuum.VacuumJob;
import simile.layout.Layout;
import simile.log.Commit;
import simile.store.Store;
import simile.testkit.process.Launcher;
import simile.verify.Severity;
import simile.verify.StoreVerifier;
import simile.verify.Verification;

/** Waits for the end of a run that a fault has struck, and judges what is left. */
final class Judgement {
  private static final String COLLECTION = Layout.collection("default", "analogies");

  private final Site site;
  private final Trial trial;
  private final Stage stage;
  private final String run;
  private final String location;
  private final Contents expected;
  private final long entry;

  Judgement(Site site, Trial trial, Stage stage, String run, Contents expected, long entry) {
    this.site = site;
    this.trial = trial;
    this.stage = stage;
    this.run = run;
    this.location = site.storage().location(run);
    this.expected = expected;
    this.entry = entry;
  }

  /**
   * @param start when the trial began, in nanoseconds
   */
  Row row(long start) throws IOException {
    StringBuilder faults = new StringBuilder();
    String outcome = outcome(faults);
    stage.awaitJob();
    long restarts = stage.job().restarts();
    stage.ended();
    faults.append(expected.difference(Contents.of(location, run)));
    long commits = commits();
    if (commits != 1) {
      faults.append("commits: ").append(commits).append(' ');
    }
    String attempts = attempts();
    long orphans = orphans(faults);
    clean(faults);
    long seconds = (System.nanoTime() - start) / 1_000_000_000L;
    return new Row(
        trial,
        site.storage().name(),
        outcome,
        commits,
        restarts,
        attempts,
        orphans,
        seconds,
        faults.toString().strip());
  }

  private String outcome(StringBuilder faults) throws IOException {
    stage.awaitClient();
    Launcher.Ended watched = watch();
    if (watched.exit() == 0) {
      return "COMPLETED";
    }
    if (commits() > 0) {
      faults.append("committed, but not completed: ").append(watched.out());
    }
    stage.ended();
    site.done(List.of("workflows", "retry", run), location);
    if (watch().exit() != 0) {
      faults.append("retry did not complete it ");
    }
    return (watched.out().contains("DEAD") ? "dead" : "FAILED") + ", completed by retry";
  }

  private Launcher.Ended watch() throws IOException {
    return site.simile(List.of("workflows", "watch", run, "--interval", "1"), location);
  }

  /** Entries of the run, whatever they say. */
  private long commits() throws IOException {
    try (Stream<Commit> history = Store.open(location).log().history()) {
      return history.filter(commit -> commit.version() >= entry).count();
    }
  }

  /** Segments that were begun, and how many of them the run needed. */
  private String attempts() throws IOException {
    Set<String> attempts = new TreeSet<>();
    Set<String> needed = new TreeSet<>();
    for (String folder : List.of("jsonl", "sqlite", "keys", "tombstones")) {
      for (String file : files(COLLECTION + "/" + folder)) {
        if (file.startsWith(run + "-")) {
          String segment = file.replaceFirst("\\..*", "");
          attempts.add(segment);
          needed.add(segment.substring(0, segment.lastIndexOf('-')));
        }
      }
    }
    return attempts.size() + " for " + needed.size();
  }

  /** The names of files in a folder and in those below it. */
  private List<String> files(String folder) throws IOException {
    StoreFiles files = Store.open(location).files();
    List<String> names = new ArrayList<>();
    for (String name : files.list(folder)) {
      if (name.endsWith("/")) {
        names.addAll(files.names(folder + "/" + name.substring(0, name.length() - 1)));
      } else {
        names.add(name);
      }
    }
    return names;
  }

  /** Files that no entry names; anything worse is a fault. */
  private long orphans(StringBuilder faults) throws IOException {
    Verification found = verification(false);
    if (found.has(Severity.DAMAGE)) {
      faults.append("verify: ").append(found.findings()).append(' ');
    }
    return found.count(Severity.ORPHAN) + site.storage().hidden(run);
  }

  /** A vacuum finds all of it: afterwards there is nothing but what the log names. */
  private void clean(StringBuilder faults) throws IOException {
    site.storage().age(run);
    VacuumArgs all = new VacuumArgs(location, Duration.ZERO, Optional.empty(), Optional.empty());
    new VacuumJob(all, Clock.systemUTC()).run();
    Verification found = verification(true);
    long hidden = site.storage().hidden(run);
    if (!found.findings().isEmpty() || hidden > 0) {
      faults.append("after the vacuum: ").append(found.findings());
      faults.append(hidden).append(" hidden files ");
    }
  }

  /** What {@code simile verify} does. */
  private Verification verification(boolean full) throws IOException {
    return new StoreVerifier(Store.locate(location), Clock.systemUTC(), 2).verify(full);
  }
}
