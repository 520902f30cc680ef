package simile.benchmarks.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.benchmarks.files.Folders;

/** The generated input as a file. */
public final class InputFile {
  private InputFile() {}

  /** Made unless it is there, and in the page cache either way. @return the file */
  public static Path in(Path work, long records) throws IOException {
    Path input = of(work, records);
    if (!Files.exists(input)) {
      System.err.println(records + ": making the input");
      Path making = work.resolve("analogies.making");
      write(making, records);
      Files.move(making, input);
    }
    Folders.readIntoPageCache(input);
    return input;
  }

  /** Where it is, or would be. */
  public static Path of(Path work, long records) {
    return work.resolve("analogies-" + records + ".jsonl");
  }

  /** Writes it, on as many threads as there are processors. */
  public static void write(Path file, long records) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      int threads = Runtime.getRuntime().availableProcessors();
      new Generator(Generator.SEED, records, threads).writeTo(out);
    }
  }
}
