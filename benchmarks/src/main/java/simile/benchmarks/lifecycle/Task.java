package simile.benchmarks.lifecycle;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done, by all who can.
 *
 * @param name as the table shows it
 */
record Task(String name, List<Way> ways) {
  private static final int WARM_UPS = 3;

  /**
   * Lets all run in turns, after as many turns to warm up as are needed to compile.
   *
   * @throws IllegalStateException if two exact ways find different answers
   */
  List<Timed> run(int runs) throws Exception {
    List<Stopwatch> watches = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (Way way : ways) {
      watches.add(new Stopwatch());
      answers.add(way.work().run());
    }
    requireSame(answers);
    for (int run = 1; run < WARM_UPS + runs; run++) {
      for (int w = 0; w < ways.size(); w++) {
        Stopwatch watch = run < WARM_UPS ? new Stopwatch() : watches.get(w);
        if (!watch.time(ways.get(w).work()).equals(answers.get(w))) {
          throw new IllegalStateException(ways.get(w).name() + " changed its answer");
        }
      }
    }
    List<Timed> timed = new ArrayList<>();
    for (int w = 0; w < ways.size(); w++) {
      timed.add(watches.get(w).timed(ways.get(w), answers.get(w)));
      System.err.println(name + ", " + ways.get(w).name() + ", ms: " + timed.get(w).millis());
    }
    return timed;
  }

  private void requireSame(List<Answer> answers) {
    List<String> found = new ArrayList<>();
    for (int w = 0; w < ways.size(); w++) {
      if (ways.get(w).exact()) {
        found.add(answers.get(w).toString());
      }
    }
    if (found.stream().distinct().count() > 1) {
      throw new IllegalStateException(name + ": the answers differ: " + found);
    }
  }
}
