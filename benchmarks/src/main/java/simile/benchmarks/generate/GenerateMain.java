package simile.benchmarks.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code GenerateMain RECORDS FILE}: writes the benchmarks' input alone. */
public final class GenerateMain {
  private GenerateMain() {}

  public static void main(String[] args) throws IOException {
    long records = Long.parseLong(args[0]);
    int threads = Runtime.getRuntime().availableProcessors();
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
      new Generator(Generator.SEED, records, threads).writeTo(out);
    }
  }
}
