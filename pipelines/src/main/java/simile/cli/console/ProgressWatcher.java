package simile.cli.console;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import simile.jobs.ProgressSource;
import simile.workflow.WorkDone;

/** Looks from time to time how far a run is and shows it, until it is closed. */
public final class ProgressWatcher implements Closeable {
  private static final long EVERY_MILLIS = 200;

  private final ProgressSource source;
  private final Progress progress;
  private final ScheduledExecutorService clock;

  public ProgressWatcher(ProgressSource source, Progress progress) {
    this.progress = progress;
    this.source = source;
    clock = Executors.newSingleThreadScheduledExecutor(ProgressWatcher::daemon);
    var unused =
        clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      WorkDone done = source.read();
      progress.at(done.bytes(), done.rows(), done.rejections());
    } catch (IOException e) {
      clock.shutdown(); // only the display is lost
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "progress");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      boolean unused = clock.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    progress.close();
  }
}
