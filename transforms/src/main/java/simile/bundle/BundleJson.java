package simile.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/** {@code bundle.json}; the package says what is in it. */
public final class BundleJson {
  /** The largest that is read: room for more than 200,000 files. */
  public static final int MAX_BYTES = 64 << 20;

  private static final String NAME = "simile-bundle";
  private static final long VERSION = 1;

  private BundleJson() {}

  public static byte[] toBytes(Bundle bundle) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("format").put("name", NAME).put("version", VERSION);
    json.put("context", bundle.context());
    json.put("store_version", bundle.storeVersion());
    json.put("committed_at", bundle.committedAt().toString());
    json.put("license", bundle.license());
    ArrayNode collections = json.putArray("collections");
    bundle.collections().forEach(collection -> write(collections.addObject(), collection));
    json.putObject("history").put("entries", bundle.historyEntries());
    json.put("total_bytes", bundle.totalBytes());
    ArrayNode files = json.putArray("files");
    for (BundledFile file : bundle.files()) {
      files
          .addObject()
          .put("path", file.path())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256());
    }
    return PrettyJson.bytes(json);
  }

  /**
   * @param where what errors call the document
   * @throws BundleException if it is none, is of a newer format, or contradicts itself
   */
  public static Bundle fromBytes(byte[] bytes, String where) throws BundleException {
    try {
      JsonFields json = JsonFields.parse(bytes, where);
      requireFormat(json.object("format"), where);
      Bundle bundle =
          new Bundle(
              json.text("context"),
              json.integer("store_version"),
              json.instant("committed_at"),
              json.text("license", Bundle.NO_LICENSE),
              collections(json),
              json.object("history").integer("entries"),
              files(json));
      requireTotal(bundle, json.integer("total_bytes"));
      return bundle;
    } catch (MalformedJsonException e) {
      throw new BundleException(e.getMessage() + "; make the bundle again", e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new BundleException(
          "%s: %s; make the bundle again".formatted(where, e.getMessage()), e);
    }
  }

  private static void write(ObjectNode json, BundledCollection collection) {
    json.put("name", collection.name());
    json.put("records", collection.records());
    json.put("vectors", collection.vectors());
    collection.dimension().ifPresent(dimension -> json.put("dimension", dimension));
    json.putObject("contract")
        .put("id", collection.contract().id())
        .put("version", collection.contract().version())
        .put("sha256", collection.contract().sha256());
  }

  private static void requireFormat(JsonFields format, String where)
      throws MalformedJsonException, BundleException {
    if (!format.text("name").equals(NAME)) {
      throw new BundleException(
          "%s: no bundle of Simile: its format is called '%s', expected '%s'"
              .formatted(where, BundlePaths.shown(format.text("name")), NAME));
    }
    if (format.integer("version") != VERSION) {
      throw new BundleException(
          "%s: a bundle of format %d; this program reads format %d, so use the one that wrote it"
              .formatted(where, format.integer("version"), VERSION));
    }
  }

  private static void requireTotal(Bundle bundle, long said) {
    if (bundle.totalBytes() != said) {
      throw new IllegalArgumentException(
          "total_bytes is %d, but the files have %d".formatted(said, bundle.totalBytes()));
    }
  }

  private static List<BundledCollection> collections(JsonFields json)
      throws MalformedJsonException {
    List<BundledCollection> all = new ArrayList<>();
    for (JsonFields collection : json.objects("collections")) {
      JsonFields contract = collection.object("contract");
      all.add(
          new BundledCollection(
              collection.text("name"),
              collection.integer("records"),
              collection.integer("vectors"),
              dimension(collection),
              new BundledCollection.ContractLabel(
                  contract.text("id"), contract.text("version"), contract.text("sha256"))));
    }
    return all;
  }

  private static OptionalInt dimension(JsonFields collection) throws MalformedJsonException {
    return collection.has("dimension")
        ? OptionalInt.of(Math.toIntExact(collection.integer("dimension")))
        : OptionalInt.empty();
  }

  private static List<BundledFile> files(JsonFields json) throws MalformedJsonException {
    List<BundledFile> all = new ArrayList<>();
    for (JsonFields file : json.objects("files")) {
      all.add(new BundledFile(file.text("path"), file.integer("bytes"), file.text("sha256")));
    }
    return all;
  }
}
