package simile.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import simile.files.StoreFiles;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.LogVerifier;
import simile.log.Operation;
import simile.segment.DataFile;
import simile.segment.Segment;

/**
 * Ends a run: takes one attempt of each split, decides the gate, checks what was written, and
 * appends one entry to the log. Running it again, for a retry or a duplicate, adopts the entry that
 * is there.
 */
public final class RunCommitter {
  /** How often a draft is made anew because a collection's schema changed meanwhile. */
  private static final int DRAFTS = 5;

  /** What an entry of the run's end says. */
  private static final Set<Operation> ENDS = Set.of(Operation.INGEST, Operation.AUDIT);

  private final RunPlan plan;
  private final StoreFiles files;
  private final CommitLog log;
  private final RunAudit audits;
  private final CommitGuard guard;

  /**
   * Prepares the end.
   *
   * @param unique gives names that nothing has yet
   */
  public RunCommitter(RunPlan plan, StoreFiles files, CommitLog log, Supplier<String> unique) {
    this(plan, files, log, unique, CommitGuard.NONE);
  }

  /**
   * Prepares the end of a run that has conditions of its own.
   *
   * @param guard asked before anything is appended, also the audit of a failure
   */
  public RunCommitter(
      RunPlan plan, StoreFiles files, CommitLog log, Supplier<String> unique, CommitGuard guard) {
    this.guard = guard;
    this.plan = plan;
    this.files = files;
    this.log = log;
    this.audits = new RunAudit(files, plan.runId(), unique);
  }

  /**
   * Commits the run, or the audit of its failure.
   *
   * @throws CommitConflictException nothing was committed: a collection's schema does not fit, an
   *     id that must be new came to exist meanwhile, or the run was cancelled
   * @throws simile.log.CommitUnknownException it may be committed: read the log
   */
  public RunOutcome commit(Iterable<SplitResult> all) throws IOException {
    List<SplitResult> results = SplitResults.oneOfEach(all, plan.splits());
    Commit entry;
    try {
      entry = append(results);
    } catch (AuditGoneException e) {
      entry = earlier(e);
    }
    audits.deleteReplaced(results, entry);
    return outcome(entry);
  }

  /** How the run ended, if it has. */
  Optional<RunOutcome> before() throws IOException {
    return entry().map(RunCommitter::outcome);
  }

  private Optional<Commit> entry() throws IOException {
    Optional<Commit> settled = log.byToken(plan.run().token());
    return (settled.isPresent() ? settled : log.byRun(plan.runId()))
        .filter(entry -> ENDS.contains(entry.operation()));
  }

  private Commit append(List<SplitResult> results) throws IOException {
    RunDraft draft = draft(results, SplitResults.linesBefore(results, plan.splits()));
    List<Breach> breaches =
        breaches(draft, results.stream().flatMap(r -> r.segments().stream()).toList());
    if (!breaches.isEmpty()) {
      return appendFailure(failed(draft, breaches));
    }
    return draft.details().containsKey(RunDetails.FAILURE)
        ? appendFailure(draft)
        : appendRows(draft, results);
  }

  /** The entry that another attempt of this step made: nothing is replaced before it is there. */
  private Commit earlier(AuditGoneException gone) throws IOException {
    return entry().orElseThrow(() -> gone);
  }

  /**
   * Commits that the run failed before its results were there; what it read is not counted.
   *
   * @param why for people
   * @throws CommitConflictException nothing was committed: the run was cancelled, or its guard
   *     refuses
   */
  public RunOutcome fail(String why) throws IOException {
    Tally nothing = new Tally();
    SortedMap<String, String> details = RunDetails.of(plan, List.of(), nothing, List.of());
    details.put(RunDetails.FAILURE, why);
    return outcome(
        appendFailure(
            new RunDraft(
                plan,
                nothing.counts(),
                List.of(),
                nothing.violations(),
                nothing.warnings(),
                details)));
  }

  private Commit appendFailure(RunDraft draft) throws IOException {
    return log.append(draft.failed(), guard.base(), guard).commit();
  }

  private RunDraft draft(List<SplitResult> results, List<Long> linesBefore) throws IOException {
    Tally tally = new Tally();
    results.forEach(result -> tally.add(result.tally()));
    SortedMap<String, String> details =
        RunDetails.of(plan, results, tally, examples(results, linesBefore));
    plan.gate()
        .failure(tally.counts())
        .ifPresent(reason -> details.put(RunDetails.FAILURE, reason));
    return new RunDraft(
        plan,
        tally.counts(),
        audits.rejected(results, linesBefore),
        tally.violations(),
        tally.warnings(),
        details);
  }

  private Commit appendRows(RunDraft draft, List<SplitResult> results) throws IOException {
    RunChanges changes = new RunChanges(plan, files, log, results);
    for (int attempt = 1; ; attempt++) {
      RunChanges.Based based = changes.on(log.state());
      try {
        return log.append(
                draft.ingest(based.changes()),
                Math.min(guard.base(), based.version()),
                guard.before(based.check()))
            .commit();
      } catch (CommitFencedException e) {
        throw e;
      } catch (CommitConflictException e) {
        if (attempt == DRAFTS || changes.refused() || guard.refused()) {
          throw e;
        }
      }
    }
  }

  private List<Breach> breaches(RunDraft draft, List<Segment> segments) throws IOException {
    Postconditions post = new Postconditions(files);
    post.checkRows(draft.counts().rows(), segments);
    for (Segment segment : segments) {
      post.check(segment);
    }
    for (DataFile file : draft.audit()) {
      post.checkFile(file);
    }
    new LogVerifier(files).requireUnbroken();
    return post.breaches();
  }

  /** The same run, failed for its breaches, which are violations too. */
  private RunDraft failed(RunDraft draft, List<Breach> breaches) throws IOException {
    List<DataFile> audit = new ArrayList<>(draft.audit());
    // An entry must not name a file that is missing or cut.
    audit.removeIf(file -> breaches.stream().anyMatch(b -> b.where().equals(file.path())));
    audit.add(audits.breaches(breaches));
    breaches.forEach(breach -> draft.violations().merge(breach.rule(), 1L, Long::sum));
    draft.details().put(RunDetails.FAILURE, breaches.get(0).toString());
    return new RunDraft(
        plan, draft.counts(), audit, draft.violations(), draft.warnings(), draft.details());
  }

  private static RunOutcome outcome(Commit entry) {
    return new RunOutcome(entry.version(), entry.operation().isDone());
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
}
