package simile.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  @Test
  void fieldsComeByNameAndType() throws MalformedJsonException {
    JsonFields json =
        parse(
            """
            {"t":"é","i":9007199254740993,"d":0.1,"n":2,"inf":"-Infinity","b":true,
             "l":["a","b"],"ll":[["a"],[]],"o":{"x":{"y":{}}},"none":null}""");
    assertThat(json.text("t"), equalTo("é"));
    assertThat(json.integer("i"), is(9007199254740993L));
    assertThat(json.real("d") + json.real("n"), is(2.1));
    assertThat(json.real("inf"), is(Double.NEGATIVE_INFINITY));
    assertThat(json.bool("b", false), is(true));
    assertThat(json.texts("l"), equalTo(List.of("a", "b")));
    assertThat(json.textLists("ll"), equalTo(List.of(List.of("a"), List.of())));
    assertThat(json.object("o").objectMap("x").size(), is(1));
  }

  @Test
  void missingAndWrongFieldsAreNamedWithTheirPlace() {
    assertError("{}", "test: field 'a' is missing");
    assertError("{\"a\":1}", "expected a string, found '1'");
    assertError("{\"a\":null}", "expected a string, found 'null'");
    assertError("{\"a\":{}}", "found an object");
    assertError("{\"a\":[]}", "found an array");
  }

  @Test
  void anIntegerBeyond64BitsIsRefused() throws MalformedJsonException {
    JsonFields json = parse("{\"a\":9223372036854775808,\"b\":1.0}");
    assertThrows(MalformedJsonException.class, () -> json.integer("a"));
    assertThrows(MalformedJsonException.class, () -> json.integer("b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{", "{\"a\":1}{}", "{\"a\":1,\"a\":2}", "{a:1}", "nul"})
  void whatIsNotOneObjectIsRefused(String text) {
    MalformedJsonException e = assertThrows(MalformedJsonException.class, () -> parse(text));
    assertThat(e.getMessage(), containsString("test"));
  }

  private static void assertError(String text, String said) {
    MalformedJsonException e =
        assertThrows(MalformedJsonException.class, () -> parse(text).text("a"));
    assertThat(e.getMessage(), allOf(containsString("test"), containsString(said)));
  }

  private static JsonFields parse(String text) throws MalformedJsonException {
    return JsonFields.parse(text.getBytes(UTF_8), "test");
  }
}
