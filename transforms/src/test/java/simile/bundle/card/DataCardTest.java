package simile.bundle.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import simile.bundle.Samples;

/**
 * The card against what the Hub documents: the keys of <a
 * href="https://github.com/huggingface/hub-docs/blob/main/datasetcard.md">datasetcard.md</a>, and
 * the types that the {@code datasets} library reads.
 */
class DataCardTest {
  private static final Set<String> KEYS =
      Set.of("license", "pretty_name", "tags", "size_categories", "configs", "dataset_info");
  private static final Set<String> TYPES = Set.of("string", "float64", "int64", "bool", "json");

  private final Samples sample = Samples.nasty();
  private final String card =
      new String(DataCard.toBytes(sample.bundle(), sample.contracts()), UTF_8);
  private final Map<String, Object> yaml = frontMatter(card);

  @Test
  void theKeysAreThoseThatTheHubKnows() {
    assertThat(yaml.keySet(), is(KEYS));
    assertThat(yaml.get("license"), is("unknown"));
    assertThat(yaml.get("size_categories"), is(List.of("1K<n<10K")));
    assertThat(yaml.get("tags"), is(List.of("analogies", "simile", "croissant")));
  }

  @Test
  void eachCollectionIsAConfigWhoseFilesAreThere() {
    for (Map<String, Object> config : maps(yaml.get("configs"))) {
      assertThat(config.keySet(), is(Set.of("config_name", "data_files")));
      Map<String, Object> files = maps(config.get("data_files")).get(0);
      var glob = FileSystems.getDefault().getPathMatcher("glob:" + files.get("path"));
      assertThat(
          sample.files().keySet().stream().filter(f -> glob.matches(Path.of(f))).toList(),
          is(List.of("data/%s/part-00000-of-00001.jsonl".formatted(config.get("config_name")))));
    }
    assertThat(maps(yaml.get("configs")).size(), is(3));
  }

  @Test
  void eachConfigHasItsFeaturesAndCounts() {
    for (Map<String, Object> info : maps(yaml.get("dataset_info"))) {
      assertThat(
          info.keySet(),
          is(Set.of("config_name", "features", "splits", "download_size", "dataset_size")));
      checkFeatures(maps(info.get("features")));
      Map<String, Object> split = maps(info.get("splits")).get(0);
      assertThat(split.keySet(), is(Set.of("name", "num_bytes", "num_examples")));
    }
    Map<String, Object> nasty = maps(yaml.get("dataset_info")).get(2);
    assertThat(maps(nasty.get("splits")).get(0).get("num_examples"), is(1500));
    assertThat(
        feature(nasty, "grid"), is(Map.of("name", "grid", "list", Map.of("list", "float64"))));
    assertThat(feature(nasty, "anything"), is(Map.of("name", "anything", "dtype", "json")));
    assertThat(
        feature(nasty, "parts").get("list"),
        is(
            List.of(
                Map.of("name", "day", "dtype", "string"),
                Map.of("name", "good", "dtype", "bool"))));
    assertThat(feature(nasty, "a: b # c\n---\n| x").get("dtype"), is("string"));
  }

  @Test
  void textsOfContractsAreNoMarkup() {
    String text = card.substring(card.indexOf("\n---\n") + 5);
    assertThat(text, containsString("| a: b \\# c --- \\| x | string |"));
    assertThat(text, not(containsString("<script>")));
    assertThat(text, not(containsString("\n# heading")));
    List<String> rows = text.lines().filter(line -> line.startsWith("|")).toList();
    assertThat(
        rows.stream().map(DataCardTest::cells).distinct().toList(),
        everyItem(is(in(List.of(4L, 5L)))));
  }

  @Test
  void sizesAreNamedAsTheHubDoes() {
    assertThat(SizeCategory.of(0), is("n<1K"));
    assertThat(SizeCategory.of(999), is("n<1K"));
    assertThat(SizeCategory.of(1_000), is("1K<n<10K"));
    assertThat(SizeCategory.of(999_999_999), is("100M<n<1B"));
    assertThat(SizeCategory.of(Long.MAX_VALUE), is("n>1T"));
  }

  private static long cells(String row) {
    return row.replace("\\|", "").chars().filter(c -> c == '|').count() - 1;
  }

  private static void checkFeatures(List<Map<String, Object>> features) {
    for (Map<String, Object> feature : features) {
      if (feature.containsKey("name")) {
        assertThat(feature.size(), is(2));
      }
      if (feature.containsKey("dtype")) {
        assertThat(feature.get("dtype").toString(), is(in(TYPES)));
      } else if (feature.containsKey("struct")) {
        checkFeatures(maps(feature.get("struct")));
      } else if (feature.get("list") instanceof List<?>) {
        checkFeatures(maps(feature.get("list")));
      } else if (feature.get("list") instanceof String type) {
        assertThat(type, is(in(TYPES)));
      }
    }
  }

  private static Map<String, Object> feature(Map<String, Object> info, String name) {
    return maps(info.get("features")).stream()
        .filter(feature -> name.equals(feature.get("name")))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }

  private static Map<String, Object> frontMatter(String card) {
    assertThat(card.startsWith("---\n"), is(true));
    String yaml = card.substring(4, card.indexOf("\n---\n") + 1);
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
  }
}
