package simile.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.files.StoreFiles;
import simile.ingest.AgreedCommitter;
import simile.ingest.CollectionPlan;
import simile.ingest.Gate;
import simile.ingest.Merging;
import simile.ingest.ProgressSink;
import simile.ingest.ReadLimits;
import simile.ingest.RunIngester;
import simile.ingest.SplitResult;
import simile.input.SourceFile;
import simile.input.Split;
import simile.input.SplitPlanner;
import simile.jsonl.Compression;
import simile.log.CollectionKey;
import simile.log.CommitLog;
import simile.log.State;
import simile.segment.write.SegmentOptions;
import simile.store.Store;
import simile.testkit.SteppingClock;

/** A stream without a runner: one thread, which does a step when it is told to. */
final class PlainStream {
  static final Duration EVERY = Duration.ofSeconds(10);
  private static final Contract CONTRACT = BuiltInContracts.find("analogies").orElseThrow();
  private static final CollectionKey KEY = new CollectionKey("default", "analogies");

  private final StoreFiles files;
  private final CommitLog log;
  private final MemoryFolder folder;
  private final SteppingClock clock = new SteppingClock();
  private final Random random = new Random(); // names attempts, nothing else
  private final Watcher watcher;

  /** Splits of a few records, so that a window has several. */
  private static final int SPLIT_BYTES = 1 << 10;

  PlainStream(StoreFiles files, MemoryFolder folder, String stream, WatchPlan.Pace pace)
      throws IOException {
    this(files, folder, stream, pace, WatchMark.NONE);
  }

  PlainStream(
      StoreFiles files, MemoryFolder folder, String stream, WatchPlan.Pace pace, WatchMark mark)
      throws IOException {
    this.files = files;
    this.log = CommitLog.open(files);
    this.folder = folder;
    WatchPlan plan =
        new WatchPlan(files.root(), KEY, stream, "/in", new Planner(), gate(), "none", "", pace);
    this.watcher =
        new Watcher(
            plan,
            Store.of(files, log),
            folder,
            clock,
            () -> "%08x".formatted(random.nextInt()),
            mark);
  }

  static WatchPlan.Pace pace() {
    return new WatchPlan.Pace(EVERY, false);
  }

  private static Gate gate() {
    return new Gate(1, 0);
  }

  /** An interval passes. */
  void later() {
    clock.set(clock.instant().plus(EVERY));
  }

  Optional<Window> next() throws IOException {
    return watcher.next();
  }

  Watcher watcher() {
    return watcher;
  }

  CommitLog log() {
    return log;
  }

  /** Reads, checks and writes, without the commit. */
  GatheredWindow work(Window window) throws IOException {
    List<SplitResult> results = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    try (RunIngester ingester =
        new RunIngester(window.plan().withoutSplits(), files, folder, ProgressSink.NONE, random)) {
      for (Split split : window.plan().splits()) {
        WindowPart part =
            WriteWindowFn.part(ingester, new WindowSplit(window.plan().withoutSplits(), split));
        if (part instanceof WindowPart.Written written) {
          results.add(written.result());
        } else if (part instanceof WindowPart.Unreadable bad) {
          unreadable.add(bad.why());
        }
      }
    }
    return new GatheredWindow(window, results, unreadable);
  }

  WindowOutcome commit(GatheredWindow window) throws IOException {
    return new WindowCommitter(
            files,
            log,
            new AgreedCommitter(
                files, log, () -> "%08x".formatted(random.nextInt()), folder, random))
        .commit(window);
  }

  /** Looks so often, and does what there is to do. @return how windows ended */
  List<WindowOutcome.End> run(int looks) throws IOException {
    List<WindowOutcome.End> ends = new ArrayList<>();
    for (int look = 0; look < looks && !watcher.isOver(); look++) {
      for (Optional<Window> window = next(); window.isPresent(); window = next()) {
        ends.add(commit(work(window.get())).end());
      }
      later();
    }
    return ends;
  }

  private static final class Planner implements WindowPlanner {
    private static final long serialVersionUID = 1L;

    @Override
    public Basis on(State read, StoreFiles files) {
      return new Basis() {
        @Override
        public String judge() {
          return "ab".repeat(32);
        }

        @Override
        public CollectionPlan unread(List<SourceFile> window) {
          return plan(window);
        }

        @Override
        public CollectionPlan plan(List<SourceFile> window) {
          return new CollectionPlan(
              KEY,
              CONTRACT,
              -1,
              SplitPlanner.plan(window, SPLIT_BYTES),
              new ReadLimits(1 << 20, SPLIT_BYTES),
              new SegmentOptions(Compression.NONE, false),
              "",
              Merging.LATEST);
        }
      };
    }
  }
}
