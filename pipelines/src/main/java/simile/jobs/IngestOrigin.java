package simile.jobs;

import java.util.List;
import java.util.Optional;
import simile.ingest.RunOrigin;

/**
 * Why an ingest runs.
 *
 * @param run what its entry in the log says of it
 * @param standardInput what standard input is called
 * @param command the command line that does the same again; if empty, the ingest's own
 */
public record IngestOrigin(RunOrigin run, String standardInput, Optional<List<String>> command) {

  /** Someone asked for it. */
  public static final IngestOrigin ASKED =
      new IngestOrigin(RunOrigin.INGEST, StandardInput.SIGN, Optional.empty());
}
