package simile.benchmarks.log;

import java.io.IOException;
import java.util.List;
import simile.files.StoreFiles;

/**
 * What a commit costs in a log.
 *
 * @param plainMillis an append without a checkpoint, median
 * @param checkpointMillis an append that writes one, median
 * @param entryBytes of the last entry
 * @param checkpointBytes of the newest checkpoint
 * @param names how many files the log's folder has
 */
public record Growth(
    double plainMillis, double checkpointMillis, long entryBytes, long checkpointBytes, int names) {
  private static final String FOLDER = "_log";

  static Growth of(Appends appends, StoreFiles files, long version) throws IOException {
    List<String> names = files.list(FOLDER);
    String checkpoint =
        names.stream()
            .filter(n -> n.startsWith("checkpoint-"))
            .max(String::compareTo)
            .orElseThrow();
    return new Growth(
        median(appends.plain()),
        median(appends.withCheckpoint()),
        files.size("%s/%020d.json".formatted(FOLDER, version)).orElseThrow(),
        files.size(FOLDER + "/" + checkpoint).orElseThrow(),
        names.size());
  }

  private static double median(List<Double> ascending) {
    return ascending.get(ascending.size() / 2);
  }

  /** For another process. */
  String line() {
    return "%s %s %d %d %d"
        .formatted(plainMillis, checkpointMillis, entryBytes, checkpointBytes, names);
  }

  /** What another process said. */
  public static Growth parse(String line) {
    String[] figures = line.strip().split(" ", -1);
    return new Growth(
        Double.parseDouble(figures[0]),
        Double.parseDouble(figures[1]),
        Long.parseLong(figures[2]),
        Long.parseLong(figures[3]),
        Integer.parseInt(figures[4]));
  }
}
