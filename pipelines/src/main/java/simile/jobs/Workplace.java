package simile.jobs;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the work of a run is done. */
public interface Workplace {

  /** What the run's workflow says of it from the beginning. */
  SortedMap<String, String> announced();

  /** What is known by now of the run there, for its workflow. */
  SortedMap<String, String> facts(String runId);

  /** Makes the run's work end soon: it was cancelled. */
  void stop(String runId) throws IOException;

  /** Whether the work goes on when this process ends. */
  boolean outlivesThisProcess();

  /** This process, which needs not be told anything. */
  static Workplace here() {
    return new Workplace() {
      @Override
      public SortedMap<String, String> announced() {
        return new TreeMap<>();
      }

      @Override
      public SortedMap<String, String> facts(String runId) {
        return new TreeMap<>();
      }

      @Override
      public void stop(String runId) {}

      @Override
      public boolean outlivesThisProcess() {
        return false;
      }
    };
  }
}
