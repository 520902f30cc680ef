package simile.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.state.BagState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import simile.ingest.SplitResult;

/** Holds the parts of a window until all are there, and forgets them then. */
final class GatherWindowFn extends DoFn<KV<String, WindowPart>, GatheredWindow> {
  private static final long serialVersionUID = 1L;

  @StateId("parts")
  private final StateSpec<BagState<WindowPart>> partsSpec =
      StateSpecs.bag(SerializableCoder.of(WindowPart.class));

  @StateId("arrived")
  private final StateSpec<ValueState<Arrived>> arrivedSpec =
      StateSpecs.value(SerializableCoder.of(Arrived.class));

  @ProcessElement
  public void process(
      @Element KV<String, WindowPart> part,
      @StateId("parts") BagState<WindowPart> parts,
      @StateId("arrived") ValueState<Arrived> arrived,
      OutputReceiver<GatheredWindow> out) {
    Arrived now = Optional.ofNullable(arrived.read()).orElse(Arrived.NOTHING).plus(part.getValue());
    parts.add(part.getValue());
    if (now.isAll()) {
      out.output(gathered(parts.read()));
      parts.clear();
      arrived.clear();
    } else {
      arrived.write(now);
    }
  }

  private static GatheredWindow gathered(Iterable<WindowPart> parts) {
    Optional<Window> window = Optional.empty();
    List<SplitResult> results = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (WindowPart part : parts) {
      if (part instanceof WindowPart.Planned planned) {
        window = Optional.of(planned.window());
        unreadable.addAll(planned.window().unreadable());
      } else if (part instanceof WindowPart.Written written) {
        results.add(written.result());
      } else if (part instanceof WindowPart.Unreadable bad) {
        unreadable.add(bad.why());
      }
    }
    return new GatheredWindow(window.orElseThrow(), results, unreadable);
  }
}
