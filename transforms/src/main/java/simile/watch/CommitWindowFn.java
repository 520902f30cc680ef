package simile.watch;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import simile.connectors.BeamInputs;
import simile.ingest.AgreedCommitter;
import simile.store.Store;

/** Wires a {@link WindowCommitter} into Beam. */
final class CommitWindowFn extends DoFn<GatheredWindow, WindowOutcome> {
  private static final long serialVersionUID = 1L;

  @ProcessElement
  public void process(@Element GatheredWindow window, OutputReceiver<WindowOutcome> out)
      throws IOException {
    Store store = Store.openOrCreate(window.window().plan().store());
    WindowCommitter committer =
        new WindowCommitter(
            store.files(),
            store.log(),
            new AgreedCommitter(
                store.files(),
                store.log(),
                () -> UUID.randomUUID().toString().substring(0, 8),
                new BeamInputs(),
                new SecureRandom()));
    out.output(committer.commit(window));
  }
}
