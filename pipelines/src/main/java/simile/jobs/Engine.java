package simile.jobs;

import org.apache.beam.sdk.options.PipelineOptions;

/** What runs a pipeline. */
public interface Engine {

  /** A few words, such as {@code direct}, for an input of this size. */
  String name(long inputBytes);

  /** Why it was chosen, for people. */
  String why(long inputBytes);

  /** The options that make Beam use it. @throws RefusedException if Beam does not take them */
  PipelineOptions options(long inputBytes, String jobName);
}
