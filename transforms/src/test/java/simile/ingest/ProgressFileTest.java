package simile.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.workflow.WorkDone;

class ProgressFileTest {
  @TempDir Path folder;

  @Test
  void sumsUpWhatManyWritersAdd() throws Exception {
    Path path = folder.resolve("progress");
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      threads.add(new Thread(() -> write(path, 2_000)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    try (ProgressFile.Reader reader = new ProgressFile.Reader(path)) {
      assertThat(reader.read(), is(done(8_000 * 10L, 8_000, 0)));
    }
  }

  @Test
  void readsOnWhereItStopped() throws IOException {
    Path path = folder.resolve("progress");
    try (ProgressFile.Reader reader = new ProgressFile.Reader(path);
        ProgressFile.Writer writer = new ProgressFile.Writer(path)) {
      assertThat(reader.read(), is(WorkDone.NOTHING));
      writer.add(5, 1);
      assertThat(reader.read(), is(done(5, 1, 0)));
      writer.add(Long.MAX_VALUE / 2, 1L << 40);
      assertThat(reader.read(), is(done(5 + Long.MAX_VALUE / 2, 1 + (1L << 40), 0)));
    }
  }

  @Test
  void waitsForTheRestOfARecord() throws IOException {
    Path path = folder.resolve("progress");
    Files.write(path, new byte[] {0, 0, 0, 0, 0, 0, 0, 9, 0});
    try (ProgressFile.Reader reader = new ProgressFile.Reader(path)) {
      assertThat(reader.read(), is(WorkDone.NOTHING));
      Files.write(
          path,
          new byte[] {0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 2},
          java.nio.file.StandardOpenOption.APPEND);
      assertThat(reader.read(), is(done(9, 3, 2)));
    }
  }

  @Test
  void rejectedLinesOfAUnitAreToldAsTheyGrow() throws IOException {
    Path path = folder.resolve("progress");
    try (ProgressFile.Reader reader = new ProgressFile.Reader(path);
        ProgressFile.Writer writer = new ProgressFile.Writer(path)) {
      writer.begin("0");
      writer.rejected(2, new TreeMap<>());
      writer.rejected(3, new TreeMap<>());
      writer.begin("1");
      writer.rejected(1, new TreeMap<>());
      assertThat(reader.read(), is(done(0, 0, 4)));
    }
  }

  private static WorkDone done(long bytes, long rows, long rejected) {
    return new WorkDone(bytes, rows, rejected, new TreeMap<>());
  }

  private static void write(Path path, int times) {
    try (ProgressFile.Writer writer = new ProgressFile.Writer(path)) {
      for (int i = 0; i < times; i++) {
        writer.add(10, 1);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
