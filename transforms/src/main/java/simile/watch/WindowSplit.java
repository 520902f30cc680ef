package simile.watch;

import java.io.Serializable;
import simile.ingest.RunPlan;
import simile.input.Split;

/**
 * A split of a window.
 *
 * @param run the window's run, without its splits
 */
record WindowSplit(RunPlan run, Split split) implements Serializable {}
