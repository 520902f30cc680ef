package simile.log;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Decides whether a commit still makes sense after what others committed in the meantime. */
@FunctionalInterface
public interface CommitCheck {

  /** For commits that conflict with nothing, such as an ingest. */
  CommitCheck NONE = since -> Optional.empty();

  /**
   * @param since the commits after the version that the draft is based on, oldest first
   * @return why the draft must not be committed, or empty if it may
   */
  Optional<String> conflict(List<Commit> since) throws IOException;
}
