package simile.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.StoreFiles;
import simile.testing.TestStore;

class WorkerReportsTest {
  @TempDir Path folder;
  private StoreFiles files;
  private WorkerReports reports;

  @BeforeEach
  void open() throws IOException {
    files = TestStore.at(folder).files();
    reports = WorkerReports.of(files, "run");
  }

  private static WorkDone done(long bytes, long rows, Map<String, Long> rules) {
    return new WorkDone(bytes, rows, rules.size(), new TreeMap<>(rules));
  }

  private void tell(String worker, Map<String, WorkDone> units) throws IOException {
    reports.write(worker, new WorkerReport(new TreeMap<>(units)));
  }

  @Test
  void workersAddUp() throws IOException {
    assertThat(reports.sum(), is(WorkDone.NOTHING));
    tell("a", Map.of("0", done(10, 1, Map.of("r", 2L))));
    tell("a", Map.of("0", done(20, 2, Map.of("r", 3L)), "2", done(5, 1, Map.of())));
    tell("b", Map.of("1", done(100, 7, Map.of("r", 1L, "s", 4L))));
    assertThat(
        reports.sum(), is(new WorkDone(125, 10, 3, new TreeMap<>(Map.of("r", 4L, "s", 4L)))));
    assertThat(WorkerReports.of(files, "other").sum(), is(WorkDone.NOTHING));
  }

  @Test
  void workThatIsDoneAgainCountsOnce() throws IOException {
    tell("dead", Map.of("0", done(30, 3, Map.of("r", 1L)), "1", done(8, 4, Map.of())));
    tell("next", Map.of("0", done(10, 1, Map.of())));
    assertThat(reports.sum(), is(done(38, 7, Map.of("r", 1L))));
    tell("next", Map.of("0", done(50, 5, Map.of("r", 1L))));
    assertThat(reports.sum(), is(done(58, 9, Map.of("r", 1L))));
  }

  @Test
  void whatIsNoReportIsPassedOver() throws IOException {
    tell("a", Map.of("0", done(10, 1, Map.of())));
    for (String foreign :
        new String[] {
          "",
          "{\"units\":{\"1\":{\"bytes\":5",
          "{\"units\":{\"1\":{\"bytes\":-5,\"rows\":1}}}",
          "[]",
          "{}"
        }) {
      files.replace(reports.folder() + "/b.json", foreign.getBytes(UTF_8));
      files.replace(reports.folder() + "/notes.txt", foreign.getBytes(UTF_8));
      assertThat(foreign, reports.sum(), is(done(10, 1, Map.of())));
    }
  }

  @Test
  void deletedReportsLeaveNothing() throws IOException {
    tell("a", Map.of("0", done(10, 1, Map.of())));
    tell("b", Map.of("1", done(10, 1, Map.of())));
    assertThat(WorkerReports.stems(files).toString(), is("[run]"));
    assertThat(reports.delete(), is(2));
    assertThat(reports.delete(), is(0));
    assertThat(WorkerReports.stems(files), empty());
    assertThat(Files.exists(folder.resolve(reports.folder())), is(false));
  }

  @Test
  void rulesThatAreBrokenMostAreNamedFirst() {
    WorkDone done = new WorkDone(1, 20, 12, new TreeMap<>(Map.of("a", 1L, "b", 9L, "c", 2L)));
    assertThat(done.rejections(), is("12 (b 9, c 2, a 1)"));
    assertThat(WorkDone.NOTHING.rejections(), is(""));
  }
}
