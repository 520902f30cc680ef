package simile.vacuum;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run that announced itself.
 *
 * @param stem how its files' names begin, see {@link simile.layout.Names#fileStem}
 * @param runId the run; empty if its announcement cannot be read
 * @param lives whether it may be at work; also if that cannot be known
 * @param reads the version that it reads, if it said so
 * @param committed the version that it made, if it said so
 */
public record AnnouncedRun(
    String stem,
    Optional<String> runId,
    boolean lives,
    OptionalLong reads,
    OptionalLong committed) {

  /** One that said of no commit. */
  public AnnouncedRun(String stem, Optional<String> runId, boolean lives, OptionalLong reads) {
    this(stem, runId, lives, reads, OptionalLong.empty());
  }
}
