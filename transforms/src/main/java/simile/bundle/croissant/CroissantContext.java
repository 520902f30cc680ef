package simile.bundle.croissant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The JSON-LD context that Croissant 1.0 prescribes, in its appendix 1. */
final class CroissantContext {
  private static final String SCHEMA_ORG = "https://schema.org/";

  /** Terms that are {@code cr:<term>}. */
  private static final List<String> BEFORE_DATA = List.of("citeAs", "column");

  private static final List<String> AFTER_EXAMPLES =
      List.of(
          "extract",
          "field",
          "fileProperty",
          "fileObject",
          "fileSet",
          "format",
          "includes",
          "isLiveDataset",
          "jsonPath",
          "key",
          "md5",
          "parentField",
          "path",
          "recordSet",
          "references",
          "regex",
          "repeated",
          "replace",
          "separator",
          "source",
          "subField",
          "transform");

  private CroissantContext() {}

  static ObjectNode json() {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("@language", "en");
    context.put("@vocab", SCHEMA_ORG);
    context.put("sc", SCHEMA_ORG);
    context.put("cr", "http://mlcommons.org/croissant/");
    context.put("rai", "http://mlcommons.org/croissant/RAI/");
    context.put("dct", "http://purl.org/dc/terms/");
    BEFORE_DATA.forEach(term -> context.put(term, "cr:" + term));
    context.put("conformsTo", "dct:conformsTo");
    typed(context, "data", "@json");
    typed(context, "dataType", "@vocab");
    typed(context, "examples", "@json");
    AFTER_EXAMPLES.forEach(term -> context.put(term, "cr:" + term));
    return context;
  }

  private static void typed(ObjectNode context, String term, String type) {
    context.putObject(term).put("@id", "cr:" + term).put("@type", type);
  }
}
