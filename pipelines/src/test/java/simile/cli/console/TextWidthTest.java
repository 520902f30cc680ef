package simile.cli.console;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

  @ParameterizedTest
  @CsvSource({
    "heart, 5",
    "Herzgefäß, 9",
    "心臓, 4",
    "한글, 4",
    "🫀, 2",
    "👩‍🔬, 2",
    "🇫🇷🇩🇪, 4",
    "e\u0301, 1",
    "❤️, 2",
    "👍🏽, 2",
    "قلب, 3"
  })
  void countsCells(String text, int cells) {
    assertThat(TextWidth.of(text), is(cells));
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(TextWidth.cut("心臓心臓", 5), is("心臓…"));
    assertThat(TextWidth.cut("心臓心臓", 4), is("心…"));
    assertThat(TextWidth.cut("heart", 5), is("heart"));
    assertThat(TextWidth.cut("👩‍🔬👩‍🔬👩‍🔬", 5), is("👩‍🔬👩‍🔬…"));
  }

  @Test
  void takesThePowerFromControlCharacters() {
    assertThat(TextWidth.harmless("a\u001b[31mb\nc\u202Ed\u0085"), is("a␛[31mb␊c\uFFFDd\uFFFD"));
    assertThat(TextWidth.harmless("prêt-à-porter 👍🏽"), is("prêt-à-porter 👍🏽"));
  }
}
