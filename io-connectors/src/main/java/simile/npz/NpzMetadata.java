package simile.npz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * What lies beside an NPZ.
 *
 * @param count vectors
 * @param dimension numbers in each
 * @param idsSha256 of the data of {@code ids}
 * @param embeddingsSha256 of the data of {@code embeddings}
 * @param npzSha256 of the whole file
 * @param model what made the vectors, where known
 */
record NpzMetadata(
    long count,
    int dimension,
    String idsSha256,
    String embeddingsSha256,
    String npzSha256,
    Optional<String> model) {

  private static final JsonFactory JSON = new JsonFactory();

  byte[] toJson() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("count", count);
      json.writeNumberField("dimension", dimension);
      json.writeStringField("dtype", "<f4");
      json.writeStringField("order", "C");
      json.writeStringField("ids_sha256", idsSha256);
      json.writeStringField("embeddings_sha256", embeddingsSha256);
      json.writeStringField("npz_sha256", npzSha256);
      if (model.isPresent()) {
        json.writeStringField("model", model.get());
      }
      json.writeEndObject();
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }
}
