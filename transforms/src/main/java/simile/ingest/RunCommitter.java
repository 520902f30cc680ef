package simile.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import simile.files.StoreFiles;
import simile.input.SourceFile;
import simile.log.Appended;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.InputFile;
import simile.log.LogVerifier;
import simile.log.Operation;
import simile.segment.DataFile;
import simile.segment.Segment;
import simile.store.Layout;

/**
 * Ends a run: takes one attempt of each split, decides the gate, checks what was written, and
 * appends one entry to the log. Running it again, for a retry or a duplicate, adopts the entry that
 * is there.
 */
public final class RunCommitter {
  /** How often a draft is made anew because the collection's schema changed meanwhile. */
  private static final int DRAFTS = 5;

  private final IngestPlan plan;
  private final StoreFiles files;
  private final CommitLog log;
  private final Supplier<String> unique;

  /**
   * @param unique gives names that nothing has yet
   */
  public RunCommitter(IngestPlan plan, StoreFiles files, CommitLog log, Supplier<String> unique) {
    this.plan = plan;
    this.files = files;
    this.log = log;
    this.unique = unique;
  }

  /**
   * Commits the run, or the audit of its failure.
   *
   * @throws CommitConflictException nothing was committed: the collection's schema does not fit, or
   *     the run was cancelled
   * @throws simile.log.CommitUnknownException it may be committed: read the log
   */
  public RunOutcome commit(Iterable<SplitResult> all) throws IOException {
    List<SplitResult> results = SplitResults.oneOfEach(all, plan.splits());
    Tally tally = new Tally();
    results.forEach(result -> tally.add(result.tally()));
    List<Long> linesBefore = SplitResults.linesBefore(results, plan.splits());
    List<DataFile> audit = audit(results, linesBefore);
    SortedMap<String, String> details =
        RunDetails.of(plan, results, tally, examples(results, linesBefore));
    List<Segment> segments = results.stream().flatMap(r -> r.segments().stream()).toList();
    List<Breach> breaches = breaches(tally.counts(), segments, audit);
    if (!breaches.isEmpty()) {
      details.put(RunDetails.FAILURE, breaches.get(0).toString());
      details.put("breaches", Integer.toString(breaches.size()));
    } else {
      plan.gate()
          .failure(tally.counts())
          .ifPresent(reason -> details.put(RunDetails.FAILURE, reason));
    }
    return details.containsKey(RunDetails.FAILURE)
        ? appendAudit(tally, sound(audit, breaches), details)
        : appendRows(tally, segments, audit, details);
  }

  /** An entry must not name a file that is missing or cut. */
  private static List<DataFile> sound(List<DataFile> audit, List<Breach> breaches) {
    return audit.stream()
        .filter(file -> breaches.stream().noneMatch(breach -> breach.where().equals(file.path())))
        .toList();
  }

  private RunOutcome appendAudit(
      Tally tally, List<DataFile> audit, SortedMap<String, String> details) throws IOException {
    Counts counts = withoutRows(tally.counts(), audit);
    Appended appended =
        log.append(draft(Operation.AUDIT, List.of(), audit, counts, tally, details));
    return outcome(appended);
  }

  private RunOutcome appendRows(
      Tally tally, List<Segment> segments, List<DataFile> audit, SortedMap<String, String> details)
      throws IOException {
    CollectionChange change = new CollectionChange(plan, files);
    for (int attempt = 1; ; attempt++) {
      CollectionChange.Based based = change.on(log.state(), segments);
      DraftCommit draft =
          draft(
              Operation.INGEST,
              List.of(based.change()),
              audit,
              withAudit(tally.counts(), audit),
              tally,
              details);
      try {
        return outcome(log.append(draft, based.version(), based.check()));
      } catch (CommitFencedException e) {
        throw e;
      } catch (CommitConflictException e) {
        if (attempt == DRAFTS) {
          throw e;
        }
      }
    }
  }

  private static RunOutcome outcome(Appended appended) {
    return new RunOutcome(
        appended.commit().version(), appended.commit().operation() == Operation.INGEST);
  }

  private DraftCommit draft(
      Operation operation,
      List<simile.log.Change> changes,
      List<DataFile> audit,
      Counts counts,
      Tally tally,
      SortedMap<String, String> details) {
    return new DraftCommit(
        operation,
        plan.runId(),
        plan.token(),
        plan.argumentsSha256(),
        changes,
        audit,
        counts,
        tally.violations(),
        tally.warnings(),
        inputs(),
        details);
  }

  private List<InputFile> inputs() {
    return plan.splits().stream()
        .flatMap(split -> split.pieces().stream())
        .map(piece -> piece.file())
        .distinct()
        .map(RunCommitter::input)
        .toList();
  }

  private static InputFile input(SourceFile file) {
    return new InputFile(file.uri(), file.stamp().bytes(), file.stamp().tag());
  }

  private List<Breach> breaches(Counts counts, List<Segment> segments, List<DataFile> audit)
      throws IOException {
    Postconditions post = new Postconditions(files);
    post.checkRows(counts.rows(), segments);
    for (Segment segment : segments) {
      post.check(segment);
    }
    for (DataFile file : audit) {
      post.checkFile(file);
    }
    new LogVerifier(files).requireUnbroken();
    return post.breaches();
  }

  /** The audit files with their final line numbers. */
  private List<DataFile> audit(List<SplitResult> results, List<Long> linesBefore)
      throws IOException {
    List<DataFile> done = new ArrayList<>();
    AuditLines lines = new AuditLines(files);
    for (int i = 0; i < results.size(); i++) {
      for (DataFile file : results.get(i).audit()) {
        String path =
            "%s/violations-%05d-%s.jsonl".formatted(Layout.audit(plan.runId()), i, unique.get());
        done.add(linesBefore.get(i) == 0 ? file : lines.shift(file, linesBefore.get(i), path));
      }
    }
    if (!done.isEmpty()) {
      files.syncFolders(Set.of(Layout.audit(plan.runId())));
    }
    return done;
  }

  private static List<RuleExample> examples(List<SplitResult> results, List<Long> linesBefore) {
    List<RuleExample> examples = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      for (RuleExample example : results.get(i).examples()) {
        examples.add(example.plusLines(linesBefore.get(i)));
      }
    }
    return examples;
  }

  private static Counts withAudit(Counts counts, List<DataFile> audit) {
    long bytes = audit.stream().mapToLong(DataFile::bytes).sum();
    return counts.plus(new Counts(0, 0, 0, 0, 0, 0, 0, bytes));
  }

  private static Counts withoutRows(Counts c, List<DataFile> audit) {
    Counts bare =
        new Counts(
            c.read(), c.blank(), c.accepted(), c.rejected(), c.deletions(), 0, c.bytesRead(), 0);
    return withAudit(bare, audit);
  }
}
