package simile.jobs.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import simile.contract.Contract;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.ingest.CollectionPlan;
import simile.ingest.Gate;
import simile.input.SourceFile;
import simile.jobs.IngestShape;
import simile.log.State;
import simile.watch.WindowPlanner;

/** Plans windows as batches of the same files are planned. */
record StreamPlanner(IngestShape shape, ContractInForce contract, Gate gate)
    implements WindowPlanner {

  @Override
  public Basis on(State read, StoreFiles files) throws IOException {
    Contract now = contract.on(read, shape.key(), files);
    return new OnState(this, read, now);
  }

  private record OnState(StreamPlanner planner, State read, Contract contract) implements Basis {
    @Override
    public String judge() {
      IngestShape shape = planner.shape;
      String canonical =
          String.join(
              "\n",
              shape.key().context(),
              shape.key().collection(),
              contract.sha256(),
              planner.gate.toString(),
              Integer.toString(shape.limits().maxLineBytes()),
              shape.merge().key());
      return Sha256.of(canonical.getBytes(UTF_8));
    }

    @Override
    public CollectionPlan plan(List<SourceFile> window) throws IOException {
      return planner.shape.plan(read, contract, window);
    }

    @Override
    public CollectionPlan unread(List<SourceFile> window) {
      return planner.shape.unread(read, contract, window);
    }
  }
}
