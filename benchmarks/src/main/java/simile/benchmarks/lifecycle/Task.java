package simile.benchmarks.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
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
    List<List<Double>> millis = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (Way way : ways) {
      millis.add(new ArrayList<>());
      answers.add(way.work().run());
    }
    requireSame(answers);
    for (int run = 1; run < WARM_UPS + runs; run++) {
      for (int w = 0; w < ways.size(); w++) {
        long start = System.nanoTime();
        Answer answer = ways.get(w).work().run();
        double took = (System.nanoTime() - start) / 1e6;
        if (!answer.equals(answers.get(w))) {
          throw new IllegalStateException(ways.get(w).name() + " changed its answer");
        }
        if (run >= WARM_UPS) {
          millis.get(w).add(took);
        }
      }
    }
    List<Timed> timed = new ArrayList<>();
    for (int w = 0; w < ways.size(); w++) {
      Collections.sort(millis.get(w));
      timed.add(new Timed(ways.get(w), answers.get(w), List.copyOf(millis.get(w))));
      System.err.println(name + ", " + ways.get(w).name() + ", ms: " + millis.get(w));
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
