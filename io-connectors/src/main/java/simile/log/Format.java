package simile.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import simile.json.JsonFields;

/** The format's version and the features that a reader must know. */
final class Format {
  static final int VERSION = 1;
  private static final String WRITTEN_BY = "simile " + ownVersion();

  private Format() {}

  static void write(JsonGenerator json, Set<String> requiredFeatures) throws IOException {
    json.writeObjectFieldStart("format");
    json.writeStringField("name", "simile");
    json.writeNumberField("version", VERSION);
    Json.texts(json, "required_features", requiredFeatures);
    json.writeStringField("written_by", WRITTEN_BY);
    json.writeEndObject();
  }

  /**
   * @throws NewerFormatException if this version does not know all that the file's reader must
   */
  static void require(JsonFields file, String name) throws IOException {
    JsonFields format = file.object("format");
    String by = format.text("written_by", "an unnamed program");
    if (!format.text("name").equals("simile") || format.integer("version") < 1) {
      throw format.malformed("expected the format 'simile', version 1 or later");
    }
    if (format.integer("version") > VERSION) {
      throw newer(name, "has format version " + format.integer("version"), by);
    }
    for (String feature : format.texts("required_features")) {
      if (!Features.KNOWN.contains(feature)) {
        throw newer(name, "requires the feature '" + feature + "'", by);
      }
    }
  }

  static NewerFormatException newer(String name, String what, String by) {
    return new NewerFormatException(
        "%s %s (written by %s); this is %s, which reads format version %d. Upgrade Simile to open this store"
            .formatted(name, what, by, WRITTEN_BY, VERSION));
  }

  private static String ownVersion() {
    try (InputStream in = Format.class.getResourceAsStream("/simile/version.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read version.properties", e);
    }
  }
}
