package simile.benchmarks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {

  @Test
  void ingestsAreMeasuredUnlessToldOtherwise() {
    assertThat(parse("--runs", "2").subject(), is(Subject.INGESTS));
  }

  @Test
  void anOptionNamesTheSubject() {
    Arguments arguments = parse("--scale", "--records", "1,2", "--only", "slots");
    assertThat(arguments.subject(), is(Subject.SCALE));
    assertThat(arguments.records(), is(List.of(1L, 2L)));
  }

  @Test
  void twoSubjectsDoNotGoTogether() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> parse("--scale", "--transfer"));
    assertThat(refused.getMessage(), containsString("--scale and --transfer"));
  }

  @Test
  void unknownOptionIsNamed() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> parse("--scales"));
    assertThat(refused.getMessage(), containsString("--scales"));
  }

  private static Arguments parse(String... args) {
    return Arguments.parse(args);
  }
}
