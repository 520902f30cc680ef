package simile.jobs;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a run when the process is told to end (Ctrl-C, SIGTERM) while it works: work that
 * can end well is asked to, and waited for; other work has failed. If the run has committed all the
 * same, the log says so, and it is what people are shown.
 */
final class Interruption implements Closeable {
  /** So long a run that was asked to end is waited for. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

  private final Heartbeat heart;
  private final Runnable failed;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onInterrupt);

  private Interruption(Heartbeat heart, Runnable failed) {
    this.heart = heart;
    this.failed = failed;
  }

  /**
   * Begins to look out for it.
   *
   * @param failed notes that the run did not end well
   * @return to be closed when all that there is to note of the run was noted
   */
  static Closeable of(Heartbeat heart, Runnable failed) {
    Interruption interruption = new Interruption(heart, failed);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void onInterrupt() {
    try {
      if (heart.interrupt() && ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    failed.run();
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The process is ending already", e);
    }
  }
}
