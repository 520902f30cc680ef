package simile.jobs;

import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;

/** What runs a pipeline. */
public interface Engine {

  /** A few words, such as {@code direct}, for an input of this size. */
  String name(long inputBytes);

  /** Why it was chosen, for people. */
  String why(long inputBytes);

  /** The options that make Beam use it. @throws RefusedException if Beam does not take them */
  PipelineOptions options(long inputBytes, String jobName);

  /**
   * The same, for work that is cut into so many elements: a runner keeps threads that have none
   * busy with looking for some.
   */
  default PipelineOptions options(long inputBytes, String jobName, int elements) {
    return options(inputBytes, jobName);
  }

  /**
   * The options of the command line that choose it again, what goes to Beam last, after {@code --};
   * empty if no command line can.
   */
  default Optional<List<String>> again() {
    return Optional.empty();
  }

  /** Where it does the work of runs. */
  default Workplace workplace() {
    return Workplace.here();
  }

  /** Who is told of its runs. */
  default RunObserver observer() {
    return RunObserver.NONE;
  }

  /** Whether runs are left to go on by themselves once they are submitted. */
  default boolean isDetached() {
    return false;
  }
}
