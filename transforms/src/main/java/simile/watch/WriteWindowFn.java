package simile.watch;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import simile.connectors.BeamInputs;
import simile.files.StoreFilesOpener;
import simile.ingest.RunIngester;
import simile.ingest.RunPlan;
import simile.input.InputChangedException;
import simile.input.InputException;

/** Wires a {@link RunIngester} into Beam, for one window after the other. */
final class WriteWindowFn extends DoFn<WindowSplit, KV<String, WindowPart>> {
  private static final long serialVersionUID = 1L;

  private transient Optional<Open> open;

  private record Open(RunPlan run, RunIngester ingester) {}

  @Setup
  public void setUp() {
    open = Optional.empty();
  }

  @ProcessElement
  public void process(@Element WindowSplit split, OutputReceiver<KV<String, WindowPart>> out)
      throws IOException {
    RunPlan run = split.run();
    out.output(KV.of(run.runId(), part(ingester(run), split)));
  }

  /** What is wrong with a file is its window's end; what is wrong with a disk is the stream's. */
  static WindowPart part(RunIngester ingester, WindowSplit split) throws IOException {
    try {
      return new WindowPart.Written(
          ingester.ingest(split.run().collections().get(0), split.split()));
    } catch (InputChangedException e) {
      return new WindowPart.Unreadable(split.split().number(), e.getMessage());
    } catch (InputException e) {
      if (e.isDamage() || e.isGone()) {
        return new WindowPart.Unreadable(split.split().number(), e.getMessage());
      }
      throw e;
    }
  }

  private RunIngester ingester(RunPlan run) throws IOException {
    if (open.filter(o -> o.run().runId().equals(run.runId())).isEmpty()) {
      tearDown();
      open =
          Optional.of(
              new Open(
                  run,
                  new RunIngester(
                      run,
                      StoreFilesOpener.fromClassPath().open(run.store()),
                      new BeamInputs(),
                      run.progress().openHere(),
                      new SecureRandom())));
    }
    return open.orElseThrow().ingester();
  }

  @Teardown
  public void tearDown() throws IOException {
    if (open != null && open.isPresent()) {
      open.get().ingester().close();
      open = Optional.empty();
    }
  }
}
