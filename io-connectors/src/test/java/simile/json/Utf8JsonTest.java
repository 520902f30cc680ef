package simile.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class Utf8JsonTest {

  /** Wherever a character falls in the pieces in which Jackson writes long texts. */
  @Test
  void charactersOfTwoHalvesAreWrittenAsTheyAre() throws IOException {
    for (int before = 0; before < 9_000; before = before < 100 ? before + 1 : before + 7) {
      String text = "a".repeat(before) + "🌊𠀀" + "b".repeat(3) + "🦉";
      assertThat("after " + before, written(text), is('"' + text + '"'));
    }
  }

  @Test
  void halvesAreEscaped() throws IOException {
    assertThat(written("x\ud83c"), is("\"x\\uD83C\""));
    assertThat(written("\udf0ay"), is("\"\\uDF0Ay\""));
    assertThat(written("\udf0a\ud83c"), is("\"\\uDF0A\\uD83C\""));
  }

  private static String written(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = Utf8Json.writers().createGenerator(out)) {
      json.writeString(text);
    }
    return out.toString(UTF_8);
  }
}
