package simile.cli.console;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import simile.ingest.ProgressFile;

/** Looks at a progress file from time to time and shows what it says, until it is closed. */
public final class ProgressWatcher implements Closeable {
  private static final long EVERY_MILLIS = 200;

  private final ProgressFile.Reader reader;
  private final Progress progress;
  private final ScheduledExecutorService clock;

  public ProgressWatcher(Path file, Progress progress) throws IOException {
    this.progress = progress;
    reader = new ProgressFile.Reader(file);
    clock = Executors.newSingleThreadScheduledExecutor(ProgressWatcher::daemon);
    var unused =
        clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      ProgressFile.Done done = reader.read();
      progress.at(done.bytes(), done.rows());
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
  public void close() throws IOException {
    clock.shutdown();
    try {
      if (clock.awaitTermination(1, TimeUnit.SECONDS)) {
        reader.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    progress.close();
  }
}
