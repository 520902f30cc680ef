package simile.bundle.croissant;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import simile.bundle.Samples;
import simile.files.Sha256;

/**
 * {@code croissant.json} against the rules of Croissant 1.0; see {@link CroissantRules}. Its own
 * validator, mlcroissant, is a Python package that a build without network cannot install.
 */
class CroissantTest {
  private final Samples sample = Samples.nasty();
  private final JsonNode json = read(Croissant.toBytes(sample.bundle(), sample.contracts()));

  @Test
  void keepsTheRulesOfTheSpecification() {
    assertThat(CroissantRules.breaches(json), is(empty()));
  }

  @Test
  void everyFileIsNamedWithItsSizeAndHash() {
    sample
        .files()
        .forEach(
            (path, content) -> {
              JsonNode file = byName(json.get("distribution"), path);
              assertThat(path, file.get("sha256").textValue(), is(Sha256.of(content)));
              assertThat(path, file.get("contentSize").textValue(), is(content.length + " B"));
              assertThat(URI.create(file.get("contentUrl").textValue()).getPath(), is(path));
            });
  }

  @Test
  void fieldsHaveTheTypesOfTheContract() {
    JsonNode analogies = byName(json.get("recordSet"), "analogies").get("field");
    assertThat(type(analogies, "id"), is("sc:Text"));
    assertThat(type(analogies, "quality_score"), is("sc:Float"));
    assertThat(type(analogies, "created_at"), is("sc:DateTime"));
    assertThat(analogies.findValuesAsText("name").contains("concept_mappings"), is(false));
    assertThat(
        byName(json.get("recordSet"), "analogies").get("description").textValue(),
        is(
            "2 records of analogies. Not described, since any JSON may be in them: concept_mappings, frame_mappings, metadata"));
    assertThat(byName(analogies, "tags").get("repeated").booleanValue(), is(true));
    assertThat(analogies.findValuesAsText("name").contains("embedding"), is(false));
  }

  @Test
  void nestedFieldsAreSubFieldsWithTheirPath() {
    JsonNode nasty = byName(json.get("recordSet"), "nasty").get("field");
    JsonNode deep = byName(byName(nasty, "place").get("subField"), "deep er");
    JsonNode seen = byName(deep.get("subField"), "seen");
    assertThat(seen.get("@id").textValue(), is("nasty/place/deep%20er/seen"));
    assertThat(seen.at("/source/extract/column").textValue(), is("place"));
    assertThat(seen.at("/source/transform/jsonPath").textValue(), is("'deep er'.seen"));
    assertThat(byName(nasty, "parts").get("repeated").booleanValue(), is(true));
    assertThat(type(byName(nasty, "parts").get("subField"), "good"), is("sc:Boolean"));
    assertThat(nasty.findValuesAsText("name").contains("grid"), is(false));
  }

  @Test
  void theRulesNoticeWhatIsWrong() {
    assertThat(
        broken("/distribution/0", "sha256", "abc"),
        hasItem("sha256 of contracts/analogies.odcs.yaml"));
    assertThat(
        broken("/recordSet/0/field/0", "dataType", "sc:Word"), hasItem("dataType of analogies/id"));
    assertThat(
        broken("/recordSet/0/key", "@id", "analogies/no"),
        hasItem("nothing has the @id analogies/no"));
    assertThat(broken("", "conformsTo", "1.0"), hasItem("conformsTo"));
    assertThat(broken("", "license", ""), hasItem("license"));
  }

  private List<String> broken(String pointer, String field, String value) {
    JsonNode copy = json.deepCopy();
    ((ObjectNode) copy.at(pointer)).put(field, value);
    return CroissantRules.breaches(copy);
  }

  private static String type(JsonNode fields, String name) {
    return byName(fields, name).get("dataType").textValue();
  }

  static JsonNode byName(JsonNode nodes, String name) {
    for (JsonNode node : nodes) {
      if (node.get("name").textValue().equals(name)) {
        return node;
      }
    }
    throw new AssertionError("nothing is named " + name);
  }

  private static JsonNode read(byte[] json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
