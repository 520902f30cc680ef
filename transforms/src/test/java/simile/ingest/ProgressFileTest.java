package simile.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
      assertThat(reader.read(), is(new ProgressFile.Done(8_000 * 10L, 8_000)));
    }
  }

  @Test
  void readsOnWhereItStopped() throws IOException {
    Path path = folder.resolve("progress");
    try (ProgressFile.Reader reader = new ProgressFile.Reader(path);
        ProgressFile.Writer writer = new ProgressFile.Writer(path)) {
      assertThat(reader.read(), is(new ProgressFile.Done(0, 0)));
      writer.add(5, 1);
      assertThat(reader.read(), is(new ProgressFile.Done(5, 1)));
      writer.add(Long.MAX_VALUE / 2, 1L << 40);
      assertThat(reader.read(), is(new ProgressFile.Done(5 + Long.MAX_VALUE / 2, 1 + (1L << 40))));
    }
  }

  @Test
  void waitsForTheRestOfARecord() throws IOException {
    Path path = folder.resolve("progress");
    Files.write(path, new byte[] {0, 0, 0, 0, 0, 0, 0, 9, 0});
    try (ProgressFile.Reader reader = new ProgressFile.Reader(path)) {
      assertThat(reader.read(), is(new ProgressFile.Done(0, 0)));
      Files.write(path, new byte[] {0, 0, 0, 0, 0, 0, 3}, java.nio.file.StandardOpenOption.APPEND);
      assertThat(reader.read(), is(new ProgressFile.Done(9, 3)));
    }
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
