package simile.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a contestant as a process of its own and measures it whole. */
final class Meter {
  private static final int LOOK_MILLIS = 20;

  private final Path work;

  /**
   * @param work a folder for what contestants say
   */
  Meter(Path work) {
    this.work = work;
  }

  /**
   * @throws ContestantFailedException where it ends with another code than 0
   */
  Measurement run(Contestant contestant, Path input, Path output)
      throws IOException, InterruptedException {
    Path times = work.resolve("times");
    Path stdout = work.resolve("stdout");
    Path stderr = work.resolve("stderr");
    sync(); // what others left in memory is not this contestant's to write
    ProcessBuilder builder =
        new ProcessBuilder(CpuTimes.wrap(contestant.command(input, output), times))
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().putAll(contestant.environment());
    PeakMemory memory = new PeakMemory();
    long start = System.nanoTime();
    Process process = builder.start();
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      memory.look(process.toHandle());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new ContestantFailedException(process.exitValue(), lastLine(stderr));
    }
    if (!Files.exists(output)) {
      throw new ContestantFailedException("it wrote nothing");
    }
    return new Measurement(
        seconds, CpuTimes.read(times), memory.bytes(), sync(), size(output), lastLine(stdout));
  }

  /** Brings to disk what is in memory. @return seconds */
  private static double sync() throws IOException, InterruptedException {
    long start = System.nanoTime();
    new ProcessBuilder("sync").start().waitFor();
    return (System.nanoTime() - start) / 1e9;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(Meter::fileSize).sum();
    }
  }

  private static long fileSize(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }
}
