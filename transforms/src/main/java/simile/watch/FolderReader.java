package simile.watch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.beam.sdk.io.UnboundedSource.UnboundedReader;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.joda.time.Instant;
import simile.connectors.PresentFiles;
import simile.ingest.ProgressFile;
import simile.store.Store;

/** Shows a runner what a {@link Watcher} plans. Runners ask all the time; it looks now and then. */
final class FolderReader extends UnboundedReader<Window> {
  /** How often the log is asked for more, at most; a network may lie between. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Duration REST = Duration.ofMillis(50);

  private final FolderSource source;
  private final WatchPlan plan;
  private final WatchMark from;
  private final Clock clock = Clock.systemUTC();
  private Optional<Watcher> watcher = Optional.empty();
  private Optional<Window> current = Optional.empty();
  private java.time.Instant due = java.time.Instant.MIN;

  FolderReader(FolderSource source, WatchPlan plan, WatchMark from) {
    this.source = source;
    this.plan = plan;
    this.from = from;
  }

  @Override
  public boolean start() throws IOException {
    SecureRandom random = new SecureRandom();
    watcher =
        Optional.of(
            new Watcher(
                plan,
                Store.openOrCreate(plan.store()),
                PresentFiles::in,
                clock,
                () -> HexFormat.of().toHexDigits(random.nextInt()),
                from));
    return advance();
  }

  @Override
  public boolean advance() throws IOException {
    current = Optional.empty();
    java.time.Instant now = clock.instant();
    if (watcher().isOver()) {
      return false;
    }
    if (now.isBefore(due)) {
      rest();
      return false;
    }
    due = now.plus(PAUSE);
    if (ProgressFile.isEnding(plan.progress())) {
      watcher().end();
      return false;
    }
    current = watcher().next();
    return current.isPresent();
  }

  @Override
  public Window getCurrent() {
    return current.orElseThrow(() -> new NoSuchElementException("there is no window now"));
  }

  @Override
  public Instant getCurrentTimestamp() {
    return Instant.ofEpochMilli(getCurrent().plan().submittedAt().toEpochMilli());
  }

  /** Nothing downstream waits for a time but for the end of all. */
  @Override
  public Instant getWatermark() {
    return watcher.filter(Watcher::isOver).isPresent()
        ? BoundedWindow.TIMESTAMP_MAX_VALUE
        : BoundedWindow.TIMESTAMP_MIN_VALUE;
  }

  @Override
  public WatchMark getCheckpointMark() {
    return watcher.map(Watcher::mark).orElse(from);
  }

  @Override
  public FolderSource getCurrentSource() {
    return source;
  }

  @Override
  public void close() {
    // It holds nothing open.
  }

  /** The Direct runner asks again at once, whatever it is told. */
  private static void rest() throws InterruptedIOException {
    try {
      Thread.sleep(REST.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while nothing came");
    }
  }

  private Watcher watcher() {
    return watcher.orElseThrow(() -> new NoSuchElementException("it was not started"));
  }
}
