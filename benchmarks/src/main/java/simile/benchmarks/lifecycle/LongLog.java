package simile.benchmarks.lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import simile.benchmarks.log.Appends;
import simile.benchmarks.log.LogInput;
import simile.files.LocalFiles;
import simile.log.CommitLog;
import simile.log.DraftCommit;

/**
 * A log of many commits. Each adds a segment; once there are {@value #LIVE}, every ninth is a
 * compaction that takes nine for one, so that as many stay.
 */
final class LongLog {
  static final int COMMITS = 10_000;
  static final int LIVE = 1_000;
  private static final int MERGED = 9;

  private LongLog() {}

  /** Writes it. @return how long the last appends took */
  static Appends writeTo(Path store) throws IOException {
    CommitLog log = CommitLog.open(new LocalFiles(store));
    LogInput input = new LogInput();
    Appends appends = Appends.none();
    for (int c = 1; c <= COMMITS; c++) {
      DraftCommit draft = input.next(1, input.live() < LIVE ? 0 : MERGED);
      Appends one = Appends.time(log, draft);
      appends = c > COMMITS - LIVE ? appends.plus(one) : appends;
    }
    return appends;
  }
}
