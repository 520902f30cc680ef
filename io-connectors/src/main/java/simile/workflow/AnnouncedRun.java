package simile.workflow;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run that announced itself.
 *
 * @param stem how its files' names begin, see {@link simile.layout.Names#fileStem}
 * @param runId the run; empty if its workflow cannot be read
 * @param lives whether it may be at work; also if that cannot be known
 * @param reads the version that it reads, if it said so
 * @param committed the version that it made, if it said so
 * @param fault why its workflow cannot be read; empty if it can
 */
public record AnnouncedRun(
    String stem,
    Optional<String> runId,
    boolean lives,
    OptionalLong reads,
    OptionalLong committed,
    Optional<String> fault) {

  /** One that said of no commit. */
  public AnnouncedRun(String stem, Optional<String> runId, boolean lives, OptionalLong reads) {
    this(stem, runId, lives, reads, OptionalLong.empty(), Optional.empty());
  }

  /** One whose workflow cannot be read, and which may be at work for all that is known. */
  public static AnnouncedRun unreadable(String stem, String why) {
    return new AnnouncedRun(
        stem, Optional.empty(), true, OptionalLong.empty(), OptionalLong.empty(), Optional.of(why));
  }
}
