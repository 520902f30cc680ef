package simile.lineage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where events go, and what places are called. */
class LineageTargetTest {
  private static final String URL = "OPENLINEAGE_URL";

  @Test
  void nothingIsToldUnlessSomebodyAsks() {
    assertThat(LineageTarget.of(Optional.empty(), Map.of()), is(Optional.empty()));
    assertThat(LineageTarget.of(Optional.empty(), Map.of(URL, " ")), is(Optional.empty()));
    assertThat(
        LineageTarget.of(
            Optional.empty(), Map.of(URL, "http://a:1", "OPENLINEAGE_DISABLED", "True")),
        is(Optional.empty()));
  }

  @Test
  void theEnvironmentIsReadAsOpenLineageReadsIt() {
    assertThat(place(Map.of(URL, "http://a:1")), is("http://a:1/api/v1/lineage"));
    assertThat(place(Map.of(URL, "https://a/")), is("https://a/api/v1/lineage"));
    assertThat(
        place(Map.of(URL, "http://a:1", "OPENLINEAGE_ENDPOINT", "other/way")),
        is("http://a:1/other/way"));
    assertThat(place(Map.of(URL, "http://a:1/events?x=y")), is("http://a:1/events?x=y"));
    LineageTarget target =
        LineageTarget.of(
                Optional.empty(),
                Map.of(URL, "http://a", "OPENLINEAGE_NAMESPACE", "n", "OPENLINEAGE_API_KEY", "k"))
            .orElseThrow();
    assertThat(target.namespace(), is("n"));
    assertThat(target.key(), is(Optional.of("k")));
  }

  private static String place(Map<String, String> environment) {
    return LineageTarget.of(Optional.empty(), environment).orElseThrow().place();
  }

  @Test
  void whatIsAskedForWins() {
    assertThat(
        LineageTarget.of(
                Optional.of("/var/log/events.jsonl"),
                Map.of(URL, "http://a", "OPENLINEAGE_DISABLED", "true"))
            .orElseThrow()
            .place(),
        is("/var/log/events.jsonl"));
  }

  @Test
  void whatIsNoPlaceForEventsIsRefusedWithoutRepeatingAPassword() {
    for (String place : List.of("ftp://a/b", "http://user:hunter2@a", "http:///x", "http://a b")) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> LineageTarget.of(Optional.of(place), Map.of()));
      assertThat(refused.getMessage(), not(containsString("hunter2")));
    }
  }

  @Test
  void placesAreCalledWhatOpenLineageCallsThem() {
    assertName("/data/in/a b.jsonl", "file", "/data/in/a b.jsonl");
    assertName("file:///data/a.jsonl", "file", "/data/a.jsonl");
    assertName("s3://bucket/in/a.jsonl", "s3://bucket", "in/a.jsonl");
    assertName("s3://bucket", "s3://bucket", "/");
    assertName("hdfs://node:8020/in/a", "hdfs://node:8020", "/in/a");
    assertName("-", "simile", "standard-input");
  }

  private static void assertName(String place, String namespace, String name) {
    DatasetName called = DatasetName.of(place);
    assertThat(called.namespace(), is(namespace));
    assertThat(called.name(), is(name));
  }
}
