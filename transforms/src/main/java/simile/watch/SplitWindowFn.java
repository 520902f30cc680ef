package simile.watch;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import simile.ingest.RunPlan;

/** Takes a window apart: its plan for who will gather it, its splits for who will write them. */
final class SplitWindowFn extends DoFn<Window, WindowSplit> {
  private static final long serialVersionUID = 1L;

  static final TupleTag<WindowSplit> SPLITS = new TupleTag<>() {};
  static final TupleTag<KV<String, WindowPart>> PLANS = new TupleTag<>() {};

  @ProcessElement
  public void process(@Element Window window, MultiOutputReceiver out) {
    RunPlan run = window.plan();
    out.get(PLANS).output(KV.of(run.runId(), new WindowPart.Planned(window)));
    RunPlan alone = run.withoutSplits();
    run.splits().stream()
        .limit(window.splits())
        .forEach(split -> out.get(SPLITS).output(new WindowSplit(alone, split)));
  }
}
