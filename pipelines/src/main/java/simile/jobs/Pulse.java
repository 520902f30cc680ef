package simile.jobs;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls something back again and again. Tests put another in the place of the clock's. */
@FunctionalInterface
public interface Pulse {

  /**
   * Begins.
   *
   * @param beat must not throw
   * @return to be closed when no further beat is wanted; one may still be going on
   */
  Closeable start(Runnable beat);

  /** On a thread of its own that does not keep the process alive. */
  static Pulse every(Duration interval) {
    return beat -> {
      ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Pulse::daemon);
      var unused =
          thread.scheduleWithFixedDelay(
              beat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
      return thread::shutdown;
    };
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "heartbeat");
    thread.setDaemon(true);
    return thread;
  }
}
