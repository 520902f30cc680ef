package simile.run;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Wires a {@link RunEnd} into Beam. */
final class EndRunFn<R, O> extends DoFn<KV<String, Iterable<R>>, O> {
  private static final long serialVersionUID = 1L;

  private final RunEnd<R, O> end;

  EndRunFn(RunEnd<R, O> end) {
    this.end = end;
  }

  @ProcessElement
  public void process(@Element KV<String, Iterable<R>> results, OutputReceiver<O> out)
      throws IOException {
    out.output(StageMetrics.time("commit", () -> end.end(results.getValue())));
  }
}
