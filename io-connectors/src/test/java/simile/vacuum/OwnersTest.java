package simile.vacuum;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simile.workflow.AnnouncedRun;

class OwnersTest {
  private static final String FOLDER = "contexts/default/analogies/keys/";
  private static final String INGESTED = FOLDER + "run-00001-00-0123abcd.keys";
  private static final String COMPACTED = FOLDER + "run-000-00001-00-0123abcd.keys";

  private static Owners announced(AnnouncedRun... runs) {
    return new Owners(List.of(runs), Map.of(), Set.of());
  }

  private static AnnouncedRun run(String id, boolean lives) {
    return new AnnouncedRun(id, Optional.of(id), lives, OptionalLong.empty());
  }

  @Test
  void filesOfAnnouncedRunsAreTheirs() {
    assertThat(announced(run("run", true)).ofSegmentFile(INGESTED), is(new Owner.Living()));
    assertThat(announced(run("run", false)).ofSegmentFile(COMPACTED), is(new Owner.Dead("run")));
  }

  @Test
  void fileOfARunThatAnnouncedItselfNowhereNamesItsRun() {
    assertThat(announced().ofSegmentFile(INGESTED), is(new Owner.Dead("run")));
  }

  /** To fence {@code run-000} would leave the compaction {@code run} free to commit the file. */
  @Test
  void fileThatTwoUnknownRunsMayHaveWrittenIsNobodys() {
    assertThat(announced().ofSegmentFile(COMPACTED), is(new Owner.Nobody()));
  }

  @Test
  void fileStaysWhileEitherOfTwoRunsThatMayHaveWrittenItLives() {
    assertThat(
        announced(run("run", true), run("run-000", false)).ofSegmentFile(COMPACTED),
        is(new Owner.Living()));
  }

  /** A stream's windows have no workflows of their own. */
  @Test
  void filesOfAWindowAreItsStreams() {
    String window = "run-00000012-9f3c21ab";
    String segment = FOLDER + window + "-00000-00-0123abcd.keys";
    String audit = "audit/" + window + "/violations-00000-0123abcd.jsonl";
    Owners living = announced(run("run", true));
    assertThat(living.ofSegmentFile(segment), is(new Owner.Living()));
    assertThat(living.ofAuditFile(audit), is(new Owner.Living()));
    Owners dead = announced(run("run", false));
    assertThat(dead.ofSegmentFile(segment), is(new Owner.Dead("run")));
    assertThat(dead.ofAuditFile(audit), is(new Owner.Dead(window)));
  }
}
