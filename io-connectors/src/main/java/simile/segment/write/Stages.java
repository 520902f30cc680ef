package simile.segment.write;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up where the time of one thread goes, by named stage, in nanoseconds. */
public final class Stages {
  private final SortedMap<String, Long> nanos = new TreeMap<>();

  /** A step that may fail on input or output. */
  @FunctionalInterface
  public interface Step<T> {
    T run() throws IOException;
  }

  public <T> T time(String stage, Step<T> step) throws IOException {
    long start = System.nanoTime();
    try {
      return step.run();
    } finally {
      nanos.merge(stage, System.nanoTime() - start, Long::sum);
    }
  }

  public SortedMap<String, Long> nanos() {
    return Collections.unmodifiableSortedMap(nanos);
  }
}
