package simile.cli.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import simile.cluster.ClusterMark;
import simile.jobs.ExitCode;
import simile.jobs.LeftRunningException;

/** Says of a run that goes on by itself where it is, and how it is found again. */
public final class LeftRunPrinter {
  private final Console console;

  public LeftRunPrinter(Console console) {
    this.console = console;
  }

  /**
   * @param store as the user wrote it
   * @throws LeftRunningException if that was not asked for
   */
  public int print(OutputFormat format, String store, LeftRunningException left)
      throws IOException {
    if (!left.isAsked()) {
      throw left;
    }
    ClusterMark job = left.job();
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("run_id", job.runId())
            .put("status", "PROCESSING")
            .put(ClusterMark.MASTER, job.address().toString())
            .put(ClusterMark.JOB, job.jobId().orElse(""))
            .put("store", store);
    new FieldsPrinter(console).print(format, object);
    console.say(
        "simile: it goes on by itself; watch it: simile workflows watch %s --store %s"
            .formatted(job.runId(), store));
    return ExitCode.DONE.number();
  }
}
