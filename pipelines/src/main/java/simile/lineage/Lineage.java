package simile.lineage;

import java.io.IOException;
import java.util.function.Consumer;

/** Tells of runs. Whatever happens to an event, nothing happens to its run. */
public final class Lineage {
  private final LineageJson json;
  private final Transport transport;
  private final String place;
  private final Consumer<String> warn;

  Lineage(LineageJson json, Transport transport, String place, Consumer<String> warn) {
    this.json = json;
    this.transport = transport;
    this.place = place;
    this.warn = warn;
  }

  /** Sends an event, or warns that it may not have arrived; within seconds, and never throws. */
  public void tell(LineageEvent event) {
    try {
      transport.send(json.write(event));
    } catch (IOException | RuntimeException e) {
      warn.accept(
          "the %s event of the run may not have reached %s: %s; the run itself is not affected"
              .formatted(event.type(), place, e.getMessage()));
    }
  }
}
