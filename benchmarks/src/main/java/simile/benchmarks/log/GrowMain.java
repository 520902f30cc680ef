package simile.benchmarks.log;

import java.io.IOException;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.log.CommitLog;

/**
 * {@code GrowMain STORE LIVE}: makes a log with so many live segments, then appends {@value
 * #APPENDS} commits that add a segment and remove the oldest, so that as many stay. Prints a {@link
 * Growth} as a line.
 */
public final class GrowMain {
  private static final int APPENDS = 3 * CommitLog.CHECKPOINT_EVERY;
  private static final int ADDED_AT_ONCE = 100;

  private GrowMain() {}

  public static void main(String[] args) throws IOException {
    StoreFiles files = StoreFilesOpener.fromClassPath().open(args[0]);
    int live = Integer.parseInt(args[1]);
    CommitLog log = CommitLog.open(files);
    LogInput input = new LogInput();
    while (input.live() < live) {
      log.append(input.next(Math.min(ADDED_AT_ONCE, live - input.live()), 0));
    }
    Appends appends = Appends.none();
    for (int a = 0; a < APPENDS; a++) {
      appends = appends.plus(Appends.time(log, input.next(1, 1)));
    }
    System.out.println(Growth.of(appends, files, log.latestVersion()).line());
  }
}
