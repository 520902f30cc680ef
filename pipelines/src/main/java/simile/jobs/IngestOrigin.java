package simile.jobs;

import java.util.List;
import java.util.Optional;

/**
 * Why an ingest runs.
 *
 * @param replays the run whose rejected records it takes again; empty for none
 * @param standardInput what standard input is called
 * @param command the command line that does the same again; if empty, the ingest's own
 */
public record IngestOrigin(String replays, String standardInput, Optional<List<String>> command) {

  /** Someone asked for it. */
  public static final IngestOrigin ASKED =
      new IngestOrigin("", StandardInput.SIGN, Optional.empty());
}
