package simile.bundle.croissant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the <a href="https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html">Croissant
 * 1.0 specification</a> asks of a document, as far as ours uses it. Sections are named where a rule
 * is.
 */
final class CroissantRules {
  /** Section "Dataset-level information", table "Required". */
  private static final List<String> REQUIRED =
      List.of(
          "@context",
          "@type",
          "conformsTo",
          "description",
          "license",
          "name",
          "url",
          "creator",
          "datePublished");

  /** Section "DataType", the atomic types; schema.org has DateTime and Time. */
  private static final Set<String> TYPES =
      Set.of(
          "sc:Boolean", "sc:Date", "sc:DateTime", "sc:Time", "sc:Float", "sc:Integer", "sc:Text");

  /** Section "ID and reference mechanism": an object with an {@code @id} alone is a reference. */
  private final Map<String, String> typeById = new HashMap<>();

  private final Map<String, Set<String>> references = new HashMap<>();
  private final List<String> breaches = new ArrayList<>();

  private CroissantRules() {}

  static List<String> breaches(JsonNode json) {
    CroissantRules rules = new CroissantRules();
    rules.dataset(json);
    rules.collectIds(json);
    json.path("distribution").forEach(rules::resource);
    json.path("recordSet").forEach(rules::recordSet);
    rules.resolve();
    return rules.breaches;
  }

  private void dataset(JsonNode json) {
    for (String property : REQUIRED) {
      JsonNode value = json.path(property);
      check(!value.isMissingNode() && !(value.isTextual() && value.asText().isBlank()), property);
    }
    check(json.path("@context").equals(Appendix1.context()), "@context");
    check(json.path("@type").asText().equals("sc:Dataset"), "@type");
    check(
        json.path("conformsTo").asText().equals("http://mlcommons.org/croissant/1.0"),
        "conformsTo");
    // "Version": MAJOR.MINOR.PATCH is recommended.
    check(json.path("version").asText().matches("\\d+\\.\\d+\\.\\d+"), "version");
  }

  /** Every definition has its own id: "IDs must be unique within a Croissant dataset". */
  private void collectIds(JsonNode node) {
    if (node.has("@id") && node.has("@type")) {
      String id = node.get("@id").asText();
      check(typeById.put(id, node.get("@type").asText()) == null, "two definitions of " + id);
      check(!id.matches(".*\\s.*"), "white space in the @id " + id);
    }
    node.properties().stream()
        .filter(p -> !p.getKey().equals("@context"))
        .forEach(p -> collectIds(p.getValue()));
    if (node.isArray()) {
      node.forEach(this::collectIds);
    }
  }

  /** Sections "FileObject" and "FileSet". */
  private void resource(JsonNode json) {
    String id = json.path("@id").asText();
    check(!json.path("encodingFormat").asText().isBlank(), "encodingFormat of " + id);
    switch (json.path("@type").asText()) {
      case "cr:FileObject" -> {
        check(!json.path("contentUrl").asText().isBlank(), "contentUrl of " + id);
        check(json.path("contentSize").asText().matches("\\d+ B"), "contentSize of " + id);
        check(json.path("sha256").asText().matches("[0-9a-f]{64}"), "sha256 of " + id);
        check(!json.path("name").asText().isBlank(), "name of " + id);
      }
      case "cr:FileSet" -> check(!json.path("includes").asText().isBlank(), "includes of " + id);
      default -> check(false, "@type of " + id);
    }
  }

  /** Section "RecordSet". */
  private void recordSet(JsonNode json) {
    String id = json.path("@id").asText();
    check(json.path("@type").asText().equals("cr:RecordSet"), "@type of " + id);
    refer(json.path("key"), "cr:Field");
    check(json.path("field").size() > 0, "fields of " + id);
    json.path("field").forEach(field -> field(id, field));
  }

  /** Sections "Field", "DataSource" and "Nested Fields". */
  private void field(String parent, JsonNode json) {
    String id = json.path("@id").asText();
    check(json.path("@type").asText().equals("cr:Field"), "@type of " + id);
    check(id.startsWith(parent + "/"), "the @id " + id + " begins with that of its parent");
    if (json.has("subField")) {
      check(json.get("subField").size() > 0 && !json.has("source"), "subField of " + id);
      json.get("subField").forEach(sub -> field(id, sub));
      return;
    }
    check(TYPES.contains(json.path("dataType").asText()), "dataType of " + id);
    refer(json.path("source").path("fileSet"), "cr:FileSet");
    check(!json.at("/source/extract/column").asText().isEmpty(), "extract of " + id);
  }

  private void refer(JsonNode reference, String type) {
    check(
        reference.size() == 1 && reference.has("@id"), "a reference is an @id alone: " + reference);
    references.computeIfAbsent(type, t -> new HashSet<>()).add(reference.path("@id").asText());
  }

  private void resolve() {
    references.forEach(
        (type, ids) ->
            ids.forEach(
                id -> {
                  check(typeById.containsKey(id), "nothing has the @id " + id);
                  check(type.equals(typeById.getOrDefault(id, type)), id + " is a " + type);
                }));
  }

  private void check(boolean holds, String rule) {
    if (!holds) {
      breaches.add(rule);
    }
  }
}
