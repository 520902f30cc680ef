package simile.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleJsonTest {
  private final Bundle bundle = Samples.nasty().bundle();

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    byte[] json = BundleJson.toBytes(bundle);
    assertThat(BundleJson.fromBytes(json, "x"), is(bundle));
    assertThat(BundleJson.toBytes(BundleJson.fromBytes(json, "x")), is(json));
  }

  @Test
  void fieldsOfLaterVersionsAreIgnored() throws Exception {
    String json = text().replaceFirst("\\{", "{\"later\": [1, {}],");
    assertThat(BundleJson.fromBytes(json.getBytes(UTF_8), "x"), is(bundle));
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        Arguments.of("\"simile-bundle\"", "\"else\"", "no bundle of Simile"),
        Arguments.of("\"version\" : 1\n", "\"version\" : 2\n", "format 2"),
        Arguments.of("\"records\" : 2,", "\"records\" : 1,", "2 vectors for 1 records"),
        Arguments.of("\"vectors\" : 2,", "\"vectors\" : 0,", "counts say that it is empty"),
        Arguments.of("\"dimension\" : 2,", "", "no dimension"),
        Arguments.of("\"dimension\" : 2,", "\"dimension\" : 99999999999,", "integer overflow"),
        Arguments.of("\"entries\" : 3", "\"entries\" : 0", "history/commits.jsonl"),
        Arguments.of("\"total_bytes\" : ", "\"total_bytes\" : 1", "total_bytes is 1"),
        Arguments.of("\"store_version\" : 42", "\"store_version\" : 0", "count from 1"),
        Arguments.of(
            "\"context\" : \"default\"", "\"context\" : \"../x\"", "cannot name a context"),
        Arguments.of("\"name\" : \"frames\"", "\"name\" : \"analogies\"", "named twice"),
        Arguments.of("\"name\" : \"frames\"", "\"name\" : \"other\"", "has no contract"),
        Arguments.of(
            "\"name\" : \"frames\"", "\"name\" : \"sqlite_x\"", "cannot name a collection"),
        Arguments.of("contracts/frames.odcs", "contracts/else.odcs", "has no contract"),
        Arguments.of("data/frames/", "data/else/", "belongs to no collection"),
        Arguments.of("\"license\" : \"unknown\"", "\"license\" : \"a b\"", "license"),
        Arguments.of("\"bytes\" : 300", "\"bytes\" : -300", "cannot have -300 bytes"),
        Arguments.of("\"sha256\" : \"", "\"sha256\" : \"Z", "has two SHA-256"),
        Arguments.of("2026-01-31T12:00:00.500Z", "yesterday", "an instant"),
        Arguments.of(
            "\"context\" : ", "\"context\" : \"a\", \"context\" : ", "two fields 'context'"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void whatContradictsItselfIsRefused(String from, String to, String why) {
    String json = text().replaceFirst(Pattern.quote(from), to);
    assertThat(json.equals(text()), is(false));
    refused(json, why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "models/../../x",
        "models/./x",
        "models//x",
        "models/",
        "models\\\\x",
        "C:/x",
        "else.txt",
        "bundle.json",
        "Data/analogies/part-00000-of-00001.jsonl",
        "data/analogies/part-0.jsonl",
        "data/analogies/sub/part-00000-of-00001.jsonl",
        "models/con.pth",
        "models/a:b",
        "models/x.",
        "models/x ",
        "models/a\\u0000b",
        "models/a\\u202egpj",
        "models/\\ud800",
        ""
      })
  void pathsThatLeadElsewhereAreRefused(String path) {
    refused(
        text()
            .replaceFirst(
                "\"path\" : \"models/[^\"]*\"",
                "\"path\" : \"%s\"".formatted(path.replace("\\", "\\\\"))),
        "no path in a bundle");
  }

  @Test
  void pathsThatDifferOnlyInCaseOrFormAreRefused() {
    refused(withModels("models/A", "models/a"), "differ only in case");
    refused(withModels("models/stra\u00dfe", "models/STRASSE"), "differ only in case");
    refused(withModels("models/\u00e9", "models/e\u0301"), "differ only in case");
    refused(withModels("models/a", "models/a"), "named twice");
    refused(withModels("models/a", "models/A/b"), "is a file");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    refused("", "not JSON");
    refused("[]", "expected an object");
    refused("[".repeat(5000), "not JSON");
    refused(text() + "x", "not JSON");
  }

  private String text() {
    return new String(BundleJson.toBytes(bundle), UTF_8);
  }

  private String withModels(String one, String other) {
    String file = "{\"path\":\"%s\",\"bytes\":0,\"sha256\":\"" + "0".repeat(64) + "\"},";
    return text()
        .replaceFirst("\"files\" : \\[", "\"files\" : [" + (file + file).formatted(one, other));
  }

  private static void refused(String json, String why) {
    BundleException refusal =
        assertThrows(
            BundleException.class,
            () -> BundleJson.fromBytes(json.getBytes(UTF_8), "b/bundle.json"));
    assertThat(refusal.getMessage(), allOf(containsString("b/bundle.json"), containsString(why)));
  }
}
