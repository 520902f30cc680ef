package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  @ParameterizedTest
  @CsvSource({
    "ingest, ingest, 0",
    "ingset, ingest, 1",
    "igest, ingest, 1",
    "query, quarry, 2",
    "'', abc, 3"
  })
  void countsLettersToMend(String typed, String name, int distance) {
    assertThat(Suggestion.distance(typed, name), is(distance));
  }

  @Test
  void suggestsTheNearestOrNothing() {
    List<String> names = List.of("ingest", "inspect", "query");
    assertThat(Suggestion.nearest("insepct", names), is(Optional.of("inspect")));
    assertThat(Suggestion.nearest("frobnicate", names), is(Optional.empty()));
  }
}
