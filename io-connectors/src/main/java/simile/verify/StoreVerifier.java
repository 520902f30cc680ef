package simile.verify;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import simile.files.StoreFiles;
import simile.log.KeptSegment;
import simile.log.LogFault;
import simile.log.LogSurvey;
import simile.log.LogVerifier;
import simile.segment.DataFile;
import simile.workflow.ThisHost;
import simile.workflow.WorkflowRuns;

/** Checks a store against its log. */
public final class StoreVerifier {
  private final StoreFiles files;
  private final Clock clock;
  private final int threads;

  /**
   * @param clock tells which runs are at work
   * @param threads segments that are checked at a time
   */
  public StoreVerifier(StoreFiles files, Clock clock, int threads) {
    this.files = files;
    this.clock = clock;
    this.threads = threads;
  }

  /**
   * Checks everything that a kept version needs.
   *
   * @param full whether every byte is read, or only the log and the sizes
   * @throws simile.log.NewerFormatException if a newer version of Simile wrote the store
   * @throws IOException if not even the folders can be listed
   */
  public Verification verify(boolean full) throws IOException {
    // First the files, then the runs, then the log: so what a run commits meanwhile is no orphan.
    List<String> present = new StoreTree(files).list();
    Findings findings = new Findings();
    WorkflowRuns work = new WorkflowRuns(files, clock, ThisHost.detected());
    FilesInFlight inFlight = FilesInFlight.read(work, findings);
    LogSurvey survey = new LogVerifier(files).survey();
    survey.faults().forEach(fault -> add(fault, findings));
    inFlight.requireCommitted(survey, findings);
    orphans(present, survey, inFlight, findings);
    check(survey, full, findings);
    return new Verification(
        survey.latest(),
        survey.entries(),
        findings.files.sum(),
        findings.bytes.sum(),
        findings.records.sum(),
        stillNeeded(survey, findings.sorted()));
  }

  private static void add(LogFault fault, Findings findings) {
    findings.add(
        fault.isCheckpoint() ? FindingKind.CHECKPOINT : FindingKind.LOG,
        fault.path(),
        fault.what(),
        fault.isCheckpoint() ? Findings.REPAIR : Findings.RESTORE);
  }

  private static void orphans(
      List<String> present, LogSurvey survey, FilesInFlight inFlight, Findings findings) {
    if (!survey.isWhole()) {
      findings.add(
          FindingKind.SKIPPED,
          "_log",
          "files that no entry names were not looked for, since entries are damaged",
          "mend the log first");
      return;
    }
    for (String path : present) {
      if (!survey.named().contains(path)) {
        orphan(path, inFlight, findings);
      }
    }
  }

  private static void orphan(String path, FilesInFlight inFlight, Findings findings) {
    if (inFlight.hold(path)) {
      findings.add(
          FindingKind.IN_FLIGHT, path, "belongs to a run that is at work", "leave it alone");
    } else {
      findings.add(
          FindingKind.ORPHAN,
          path,
          "no entry of the log names it, and no run at work owns it",
          "it harms nothing; simile vacuum deletes it");
    }
  }

  private void check(LogSurvey survey, boolean full, Findings findings) throws IOException {
    FileCheck fileCheck = new FileCheck(files, findings, full);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (KeptSegment kept : survey.segments()) {
        SegmentCheck check = new SegmentCheck(files, fileCheck, findings, kept);
        tasks.add(pool.submit(() -> check.run(full)));
      }
      for (DataFile file : survey.beside()) {
        tasks.add(pool.submit(() -> fileCheck.isSound(file)));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the check was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a check failed in itself, please report this", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** A vacuum may have given files up, and deleted them, since the log was read. */
  private List<Finding> stillNeeded(LogSurvey before, List<Finding> found) throws IOException {
    boolean isMissing = found.stream().anyMatch(StoreVerifier::isMissing);
    if (!isMissing || !before.isWhole()) {
      return found;
    }
    LogSurvey now = new LogVerifier(files).survey();
    if (now.retention().equals(before.retention())) {
      return found;
    }
    Set<String> needed = new HashSet<>();
    now.files().forEach(file -> needed.add(file.path()));
    return found.stream().filter(f -> !isMissing(f) || needed.contains(f.path())).toList();
  }

  private static boolean isMissing(Finding finding) {
    return finding.kind() == FindingKind.MISSING || finding.kind() == FindingKind.UNREADABLE;
  }
}
