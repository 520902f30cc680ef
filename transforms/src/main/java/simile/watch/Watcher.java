package simile.watch;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import simile.ingest.CollectionPlan;
import simile.ingest.ProgressPlace;
import simile.ingest.RunOrigin;
import simile.ingest.RunPlan;
import simile.input.InputChangedException;
import simile.input.InputException;
import simile.input.SourceFile;
import simile.ledger.FileVersion;
import simile.ledger.InputLedger;
import simile.ledger.LedgerReader;
import simile.log.Operation;
import simile.log.RunIdentity;
import simile.log.State;
import simile.store.Store;

/**
 * Looks at a folder from time to time, and plans windows of what came, one after the other. Used by
 * one thread.
 */
final class Watcher {
  private final WatchPlan plan;
  private final Store store;
  private final Places places;
  private final Clock clock;
  private final Supplier<String> unique;
  private final LedgerReader reader;
  private final WindowChoice choice;
  private List<Arrival> ready = List.of();
  private Set<FileVersion> seen;
  private UnderWay underWay;
  private Instant nextLook = Instant.MIN;
  private boolean over;

  /** Lists what is in a place now. */
  @FunctionalInterface
  interface Places {
    List<SourceFile> in(String place) throws IOException;
  }

  /**
   * @param unique gives hexadecimal digits that nobody had before
   * @param mark where an earlier one was
   */
  Watcher(
      WatchPlan plan,
      Store store,
      Places places,
      Clock clock,
      Supplier<String> unique,
      WatchMark mark)
      throws IOException {
    this.plan = plan;
    this.store = store;
    this.places = places;
    this.clock = clock;
    this.unique = unique;
    this.reader = LedgerReader.open(store.files(), store.log(), plan.key());
    this.choice = new WindowChoice(plan.pace());
    this.seen = mark.seen();
    this.underWay = mark.underWay();
  }

  /** No more windows come. */
  boolean isOver() {
    return over;
  }

  /** Ends it; a window that is under way is not its concern any more. */
  void end() {
    over = true;
  }

  WatchMark mark() {
    return new WatchMark(seen, underWay);
  }

  /**
   * The next window, if there is one now.
   *
   * @throws simile.ingest.IncompatibleContractException if no window can be committed any more
   */
  Optional<Window> next() throws IOException {
    InputLedger ledger = reader.now();
    if (over || isCancelled()) {
      over = true;
      return Optional.empty();
    }
    if (!underWay.isOver(store.log(), ledger)) {
      return Optional.empty();
    }
    underWay = UnderWay.NONE;
    State read = store.log().state();
    WindowPlanner.Basis basis = plan.planner().on(read, store.files());
    if (ready.isEmpty() && !look(ledger, basis.judge())) {
      return Optional.empty();
    }
    return window(ledger, basis);
  }

  /** Asked after the ledger was read: an earlier fence is seen, a later one the commit meets. */
  private boolean isCancelled() throws IOException {
    return store
        .log()
        .byRun(plan.stream())
        .filter(entry -> entry.operation() == Operation.FENCE)
        .isPresent();
  }

  /** Looks, if it is time to. @return whether it did */
  private boolean look(InputLedger ledger, String judge) throws IOException {
    Instant now = clock.instant();
    if (now.isBefore(nextLook)) {
      return false;
    }
    nextLook = now.plus(plan.pace().every());
    List<Arrival> wanted = new ArrayList<>();
    for (SourceFile file : places.in(plan.place())) {
      Arrival arrival = Arrival.of(file, ledger, judge);
      if (arrival.isWanted(ledger)) {
        wanted.add(arrival);
      }
    }
    Set<FileVersion> before = seen;
    ready = wanted.stream().filter(file -> before.contains(file.version())).toList();
    seen = wanted.stream().map(Arrival::version).collect(Collectors.toUnmodifiableSet());
    over = plan.pace().untilIdle() && wanted.isEmpty();
    return true;
  }

  private Optional<Window> window(InputLedger ledger, WindowPlanner.Basis basis)
      throws IOException {
    List<Arrival> wanted =
        ready.stream()
            .map(file -> Arrival.of(file.file(), ledger, basis.judge()))
            .filter(file -> file.isWanted(ledger))
            .toList();
    List<Arrival> chosen = choice.of(wanted);
    Set<Arrival> taken = new HashSet<>(chosen);
    ready = wanted.stream().filter(file -> !taken.contains(file)).toList();
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    List<SourceFile> files = chosen.stream().map(Arrival::file).toList();
    List<String> unreadable = new ArrayList<>();
    CollectionPlan collection = collection(basis, files, unreadable);
    RunPlan run = run(ledger.version(), basis.judge(), collection);
    underWay =
        new UnderWay(
            run.runId(), chosen.stream().map(Arrival::version).collect(Collectors.toSet()));
    return Optional.of(new Window(run, plan.stream(), ledger.version(), unreadable));
  }

  /**
   * @param unreadable takes why the window cannot be done
   */
  private static CollectionPlan collection(
      WindowPlanner.Basis basis, List<SourceFile> files, List<String> unreadable)
      throws IOException {
    try {
      return basis.plan(files);
    } catch (InputException e) {
      if (!e.isDamage() && !e.isGone()) {
        throw e; // what is wrong is the storage
      }
      unreadable.add(e.getMessage());
    } catch (InputChangedException e) {
      unreadable.add(e.getMessage());
    }
    return basis.unread(files);
  }

  private RunPlan run(long base, String judge, CollectionPlan collection) {
    String id = "%s-%08d-%s".formatted(plan.stream(), base, unique.get());
    return new RunPlan(
        plan.store(),
        new RunIdentity(id, id, judge),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        plan.gate(),
        plan.runner(),
        plan.progress().isEmpty()
            ? ProgressPlace.NOWHERE
            : new ProgressPlace.LocalFile(plan.progress()),
        RunOrigin.watching(plan.stream(), plan.place()),
        List.of(collection));
  }
}
