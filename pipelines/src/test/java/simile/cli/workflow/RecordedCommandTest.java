package simile.cli.workflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedCommandTest {

  @Test
  void anOptionTakesThePlaceOfItselfAndStaysBeforeWhatIsBeams() {
    RecordedCommand recorded =
        new RecordedCommand(
            List.of("ingest", "--run-id", "a", "--store=/s", "-q", "--", "--run-id=beams"));
    assertThat(
        recorded.with("--run-id", "b").with("--store", "/t").words(),
        equalTo(List.of("ingest", "-q", "--run-id=b", "--store=/t", "--", "--run-id=beams")));
  }

  @Test
  void standardInputIsRecognizedAsAValueOnly() {
    assertThat(reads("ingest", "--input", "-"), is(true));
    assertThat(reads("ingest", "--input=-"), is(true));
    assertThat(reads("ingest", "--input", "/a-b", "--", "-"), is(false));
  }

  @Test
  void aShellCanTakeItsText() {
    assertThat(
        CommandText.of(List.of("delete", "--reason", "it's old", "--tag", "")),
        is("simile delete --reason 'it'\\''s old' --tag ''"));
  }

  private static boolean reads(String... words) {
    return new RecordedCommand(List.of(words)).readsStandardInput();
  }
}
