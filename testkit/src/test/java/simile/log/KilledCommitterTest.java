package simile.log;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.testkit.Drafts;

/** Processes that commit to one store are killed at whatever step they are. */
class KilledCommitterTest {
  @TempDir Path folder;

  @Test
  void killedCommittersLeaveTheLogWholeAndLoseNothingTheySaid() throws Exception {
    StoreFiles files = new LocalFiles(folder);
    Set<String> acknowledged = new HashSet<>();
    for (int round = 0; round < 2; round++) {
      List<Process> committers = List.of(start("a" + round), start("b" + round));
      for (Process committer : committers) {
        acknowledged.addAll(killAfter(committer, 7 + 5 * round));
      }
      long version = new LogVerifier(files).requireWhole();
      List<String> committed = CommitLog.open(files).history().map(Commit::runId).toList();
      assertThat((long) committed.size(), is(version));
      assertThat(new HashSet<>(committed).size(), is(committed.size()));
      assertThat(new HashSet<>(committed).containsAll(acknowledged), is(true));
    }
    String last = CommitLog.open(files).latest().orElseThrow().runId();
    Appended again = CommitLog.open(files).append(Drafts.ingest(last));
    assertThat(again.adopted(), is(true));
    assertThat(again.commit().runId(), equalTo(last));
  }

  /** What the process said to have committed, up to its end. */
  private static List<String> killAfter(Process committer, int commits) throws Exception {
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = committer.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (said.size() == commits) {
          committer.destroyForcibly();
          break;
        }
      }
    }
    committer.waitFor();
    return said;
  }

  private Process start(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            EndlessCommitter.class.getName(),
            folder.toString(),
            name)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
