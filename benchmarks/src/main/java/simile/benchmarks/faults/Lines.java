package simile.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The lines of an output next to those of its input.
 *
 * @param missing lines of the input that are not there
 * @param again lines that are there once more than in the input
 * @param strange lines that the input does not have, such as halves
 */
record Lines(long missing, long again, long strange) {

  /** Compares; all lines of the input are kept in memory. */
  static Lines compare(Path input, OutputFolder output) throws IOException {
    Map<String, Integer> balance = new HashMap<>();
    try (Stream<String> lines = Files.lines(input)) {
      lines.forEach(line -> balance.merge(line, 1, Integer::sum));
    }
    long[] strange = new long[1];
    output.lines(
        line -> {
          if (balance.computeIfPresent(line, (same, left) -> left - 1) == null) {
            strange[0]++;
          }
        });
    return new Lines(
        balance.values().stream().mapToLong(left -> Math.max(0, left)).sum(),
        balance.values().stream().mapToLong(left -> Math.max(0, -left)).sum(),
        strange[0]);
  }

  boolean isRight() {
    return missing == 0 && again == 0 && strange == 0;
  }
}
