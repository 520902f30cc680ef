package simile.log;

import java.io.IOException;
import java.nio.file.Path;
import simile.files.LocalFiles;
import simile.testkit.Drafts;

/** A process that commits run after run and says so, until it is killed. */
final class EndlessCommitter {
  private EndlessCommitter() {}

  public static void main(String[] args) throws IOException {
    CommitLog log = CommitLog.open(new LocalFiles(Path.of(args[0])));
    for (int i = 0; i < 100_000; i++) {
      String run = args[1] + "-" + i;
      log.append(Drafts.ingest(run));
      System.out.println(run);
    }
  }
}
