package simile.workflow;

import java.io.IOException;
import java.util.List;

/** Which runs announced themselves, and which of them live. */
@FunctionalInterface
public interface RunsAtWork {

  List<AnnouncedRun> runs() throws IOException;
}
