package simile.layout;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.StorePaths;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"default", "a", "0", "frame_instances", "my-context-2"})
  void plainNamesAreAccepted(String name) {
    assertThat(Names.requireContext(name), equalTo(name));
    assertThat(Names.requireCollection(name), equalTo(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-a", "_a", "A", "a b", "../x", "a/b", "a.b", "é", "a\n", "sqlite master"})
  void otherNamesAreRefusedAndToldWhatIsExpected(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Names.requireContext(name));
    assertThat(e.getMessage(), containsString("expected 1 to 64 of a-z 0-9 _ -"));
    assertThrows(IllegalArgumentException.class, () -> Names.requireCollection(name));
  }

  @Test
  void namesHaveAtMost64CharactersAndCollectionsLeaveSqlitesNamesAlone() {
    assertThat(Names.requireContext("a".repeat(64)), is("a".repeat(64)));
    assertThrows(IllegalArgumentException.class, () -> Names.requireContext("a".repeat(65)));
    assertThrows(IllegalArgumentException.class, () -> Names.requireCollection("sqlite_sequence"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".a", "-a", "a b", "a/b", "..", "a\\b", "a:b", "ключ", "a~b"})
  void otherRunIdsAreRefused(String runId) {
    assertThrows(IllegalArgumentException.class, () -> Names.requireRunId(runId));
  }

  @Test
  void runIdsHaveAtMost255Characters() {
    assertThat(Names.requireRunId("a".repeat(255)), is("a".repeat(255)));
    assertThrows(IllegalArgumentException.class, () -> Names.requireRunId("a".repeat(256)));
  }

  @Test
  void plainRunIdsAreTheirOwnStem() {
    assertThat(Names.fileStem("2026-01-31.run_7"), equalTo("2026-01-31.run_7"));
  }

  @Test
  void stemsAreApartAlsoWhereCaseDoesNotCount() {
    List<String> runs =
        List.of(
            "run",
            "Run",
            "RUN",
            "run.",
            "run..",
            "run-",
            "Run.",
            "con",
            "con.txt",
            "nul",
            "aux7",
            "a".repeat(150),
            "a".repeat(151),
            "a".repeat(255),
            "a".repeat(254) + "b",
            "A".repeat(255));
    Set<String> stems = new HashSet<>();
    for (String run : runs) {
      String stem = Names.fileStem(run);
      stems.add(stem.toLowerCase(Locale.ROOT));
      assertThat(stem.length(), lessThanOrEqualTo(Names.MAX_STEM_BYTES));
      assertThat(stem.endsWith("."), is(false));
    }
    assertThat(stems.size(), is(runs.size()));
  }

  @Test
  void everyPathOfTheLayoutIsInsideTheStore() {
    for (String run : List.of("a", "A..B.", "x".repeat(255))) {
      for (String path : List.of(Layout.audit(run), Layout.workflow(run), Layout.report(run))) {
        assertThat(path, StorePaths.isInside(path), is(true));
      }
    }
    assertThat(Layout.jsonl("default", "analogies"), equalTo("contexts/default/analogies/jsonl"));
    assertThrows(IllegalArgumentException.class, () -> Layout.sqlite("..", "analogies"));
    assertThrows(IllegalArgumentException.class, () -> Layout.keys("default", "../x"));
  }
}
