package simile.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import simile.testkit.ForwardingFiles;
import simile.testkit.MemoryFiles;
import simile.workflow.WorkDone;
import simile.workflow.WorkerReports;

class StoreProgressTest {
  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger puts = new AtomicInteger();
  private boolean isDown;

  private final WorkerReports reports =
      WorkerReports.of(
          new ForwardingFiles(new MemoryFiles()) {
            @Override
            public void replace(String path, byte[] content) throws IOException {
              puts.incrementAndGet();
              if (isDown) {
                throw new IOException("the store is down");
              }
              super.replace(path, content);
            }
          },
          "run");

  private StoreProgress worker() {
    return new StoreProgress(reports, clock::get);
  }

  private void pass(long millis) {
    clock.addAndGet(millis * 1_000_000);
  }

  private static WorkDone done(long bytes, long rows) {
    return new WorkDone(bytes, rows, 0, new TreeMap<>());
  }

  @Test
  void tellsWhatIsNewAndNotTooOften() throws IOException {
    StoreProgress worker = worker();
    worker.begin("0");
    worker.tellIfDue();
    assertThat("nothing is done yet", puts.get(), is(0));
    for (int slab = 1; slab <= 100; slab++) {
      worker.add(10, 1);
      worker.tellIfDue();
      pass(100);
    }
    assertThat("10 s of work", puts.get(), is(2));
    pass(60_000);
    worker.tellIfDue();
    worker.tellIfDue();
    pass(60_000);
    worker.tellIfDue();
    assertThat(puts.get(), is(3));
    assertThat(reports.sum(), is(done(1_000, 100)));
    worker.close();
  }

  @Test
  void unitThatBeginsAgainCountsOnce() throws IOException {
    try (StoreProgress worker = worker()) {
      worker.begin("0");
      worker.add(10, 1);
      worker.begin("1");
      worker.rejected(2, new TreeMap<>(Map.of("rule", 2L)));
      worker.add(7, 3);
      worker.begin("0");
      worker.add(5, 1);
    }
    assertThat(
        "the last word is told",
        reports.sum(),
        is(new WorkDone(12, 4, 2, new TreeMap<>(Map.of("rule", 2L)))));
  }

  @Test
  void storeThatIsDownFailsNothingAndIsNotPressed() throws IOException {
    isDown = true;
    try (StoreProgress worker = worker()) {
      worker.begin("0");
      worker.add(10, 1);
      worker.tellIfDue();
      worker.add(10, 1);
      worker.tellIfDue();
      assertThat(puts.get(), is(1));
      isDown = false;
      pass(5_000);
      worker.tellIfDue();
      assertThat(reports.sum(), is(done(20, 2)));
    }
  }
}
