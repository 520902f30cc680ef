package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures processor time through the shell: its {@code times} counts every child that it waited
 * for, and theirs, which a look from outside would lose when they end.
 */
final class CpuTimes {
  private static final String SCRIPT =
      "times=$1; shift; \"$@\"; code=$?; times > \"$times\"; exit $code";
  private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+)[.,](\\d+)s");

  private CpuTimes() {}

  static List<String> wrap(List<String> command, Path times) {
    return Stream.concat(Stream.of("sh", "-c", SCRIPT, "sh", times.toString()), command.stream())
        .toList();
  }

  /** Seconds, user and system together. */
  static double read(Path times) throws IOException {
    double sum = 0;
    Matcher matcher = TIME.matcher(Files.readString(times));
    while (matcher.find()) {
      sum += 60 * Integer.parseInt(matcher.group(1));
      sum += Double.parseDouble(matcher.group(2) + "." + matcher.group(3));
    }
    return sum;
  }
}
