package simile.bundle.croissant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import simile.bundle.Bundle;
import simile.bundle.BundledCollection;
import simile.bundle.BundledFile;
import simile.bundle.PrettyJson;
import simile.contract.Contract;

/** Writes {@code croissant.json}. */
public final class Croissant {
  static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.0";

  private Croissant() {}

  /**
   * @param bundle its files without the descriptions ({@code README.md}, {@code croissant.json})
   * @param contracts by collection
   */
  public static byte[] toBytes(Bundle bundle, Map<String, Contract> contracts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("@context", CroissantContext.json());
    json.put("@type", "sc:Dataset");
    json.put("conformsTo", CONFORMS_TO);
    about(json, bundle);
    ArrayNode distribution = json.putArray("distribution");
    for (BundledFile file : bundle.files()) {
      FileNodes.file(distribution.addObject(), file);
    }
    ArrayNode recordSets = json.putArray("recordSet");
    for (BundledCollection collection : bundle.collections()) {
      FileNodes.records(distribution.addObject(), collection);
      new RecordSetNode(collection, contracts.get(collection.name())).write(recordSets.addObject());
    }
    return PrettyJson.bytes(json);
  }

  // The dataset is where this file is, so its address is relative, as those of the files are.
  private static void about(ObjectNode json, Bundle bundle) {
    json.put("name", "simile-" + bundle.context());
    json.put(
        "description",
        "The context '%s' of a Simile store at version %d: %s."
            .formatted(bundle.context(), bundle.storeVersion(), counts(bundle)));
    json.put("url", "./");
    if (bundle.license().equals(Bundle.NO_LICENSE)) {
      json.putObject("license").put("@type", "sc:CreativeWork").put("name", bundle.license());
    } else {
      json.put("license", "https://choosealicense.com/licenses/" + bundle.license() + "/");
    }
    json.putObject("creator").put("@type", "sc:Organization").put("name", "unknown");
    json.put("datePublished", bundle.committedAt().toString());
    json.put("version", bundle.storeVersion() + ".0.0");
    json.putArray("keywords").add("analogies").add("simile");
  }

  private static String counts(Bundle bundle) {
    return bundle.collections().isEmpty()
        ? "no records"
        : String.join(
            ", ", bundle.collections().stream().map(c -> c.records() + " of " + c.name()).toList());
  }
}
