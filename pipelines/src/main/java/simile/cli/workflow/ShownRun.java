package simile.cli.workflow;

import simile.workflow.Liveness;
import simile.workflow.Workflow;

/**
 * A run as people are shown it.
 *
 * @param workflow as the log has it
 * @param liveness whether it is at work
 */
record ShownRun(Workflow workflow, Liveness liveness) {

  ShownStatus status() {
    return liveness.isDead() ? ShownStatus.DEAD : ShownStatus.valueOf(workflow.status().name());
  }
}
