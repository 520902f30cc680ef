package simile.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.files.StoreFiles;
import simile.workflow.WorkerReports;

/** Where the workers of a run tell how far they are. */
public sealed interface ProgressPlace extends Serializable {

  /** Nobody looks. */
  ProgressPlace NOWHERE = new Nowhere();

  /**
   * Opens it for one worker.
   *
   * @param files of the store
   */
  ProgressSink open(StoreFiles files, String runId) throws IOException;

  /** The same, but nobody is told where the place is not on this machine. */
  ProgressSink openHere() throws IOException;

  /** Nobody looks. */
  record Nowhere() implements ProgressPlace {
    @Override
    public ProgressSink open(StoreFiles files, String runId) {
      return ProgressSink.NONE;
    }

    @Override
    public ProgressSink openHere() {
      return ProgressSink.NONE;
    }
  }

  /**
   * A file on the machine of who submitted the run: told often, at little cost. Workers that do not
   * find it, on other machines, tell the store instead.
   *
   * @param path a {@link ProgressFile}
   */
  record LocalFile(String path) implements ProgressPlace {
    @Override
    public ProgressSink open(StoreFiles files, String runId) throws IOException {
      return isHere() ? openHere() : new InStore().open(files, runId);
    }

    @Override
    public ProgressSink openHere() throws IOException {
      return isHere() ? new ProgressFile.Writer(Path.of(path)) : ProgressSink.NONE;
    }

    private boolean isHere() {
      return Files.exists(Path.of(path));
    }
  }

  /** The store: told every few seconds, seen from everywhere, whoever submitted the run. */
  record InStore() implements ProgressPlace {
    @Override
    public ProgressSink open(StoreFiles files, String runId) {
      return new StoreProgress(WorkerReports.of(files, runId));
    }

    @Override
    public ProgressSink openHere() {
      return ProgressSink.NONE;
    }
  }
}
