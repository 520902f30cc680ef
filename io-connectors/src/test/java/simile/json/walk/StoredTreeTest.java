package simile.json.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

class StoredTreeTest {

  @Test
  void fieldsComeByNameAndType() throws MalformedJsonException {
    JsonFields json =
        read(
            """
            {"t":"é","e":"a\\u00e9\\n","i":9007199254740993,"m":-9223372036854775808,"d":0.1,"n":2,
             "x":1e3,"b":true,"f":false,"l":["a","b"],"ll":[["a"],[]],"os":[{"a":1},{"a":[]}]}""");
    assertThat(json.text("t"), equalTo("é"));
    assertThat(json.text("e"), equalTo("aé\n"));
    assertThat(json.integer("i"), is(9007199254740993L));
    assertThat(json.integer("m"), is(Long.MIN_VALUE));
    assertThat(json.real("d") + json.real("n"), is(2.1));
    assertThat(json.real("x"), is(1000.0));
    assertThat(json.bool("b", false), is(true));
    assertThat(json.bool("f", true), is(false));
    assertThat(json.texts("l"), equalTo(List.of("a", "b")));
    assertThat(json.textLists("ll"), equalTo(List.of(List.of("a"), List.of())));
    assertThat(json.objects("os").get(0).integer("a"), is(1L));
    assertThat(json.objects("os").get(1).texts("a"), equalTo(List.of()));
  }

  @Test
  void wrongTypesAreNamedAsForAnyDocument() throws MalformedJsonException {
    JsonFields json = read("{\"big\":9223372036854775808,\"none\":null,\"l\":[]}");
    assertThrows(MalformedJsonException.class, () -> json.integer("big"));
    assertThat(
        said(() -> json.text("none")),
        equalTo("test: field 'none': expected a string, found 'null'"));
    assertThat(
        said(() -> json.text("l")), equalTo("test: field 'l': expected a string, found an array"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{",
        "{\"a\":1}{}",
        "{\"a\":1,\"a\":2}",
        "{\"b\":[1x]}",
        "{\"b\":[1,]}",
        "{\"b\":[1}",
        "{\"b\":[1",
        "{a:1}",
        "{\"a\":-}"
      })
  void whatIsNotOneObjectIsRefused(String text) {
    assertThat(said(() -> read(text)), startsWith("test: "));
  }

  @Test
  void anArrayIsReadWhenItIsAskedFor() throws MalformedJsonException {
    JsonFields json = read("{\"a\":[1x],\"b\":{\"a\":[\"c\"]}}");
    assertThat(said(() -> json.texts("a")), startsWith("test: "));
    assertThat(json.object("b").texts("a"), equalTo(List.of("c")));
  }

  @Test
  void whatIsNestedTooDeepIsRefused() {
    String deep = "[".repeat(200) + "]".repeat(200);
    assertThat(said(() -> read("{\"b\":" + deep + "}")), startsWith("test: it is nested deeper"));
  }

  private static String said(org.junit.jupiter.api.function.Executable read) {
    return assertThrows(MalformedJsonException.class, read).getMessage();
  }

  private static JsonFields read(String json) throws MalformedJsonException {
    return StoredTree.read(json.getBytes(UTF_8), "test", Set.of("a"));
  }
}
