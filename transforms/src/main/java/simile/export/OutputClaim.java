package simile.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import simile.connectors.OutputFiles;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/**
 * What a run that is at work on an output leaves there, so that others see it, whatever store they
 * export. It is the first file of the run's unfinished folder, and of those that go last.
 *
 * @param store whose workflows say whether the run lives
 */
public record OutputClaim(String store) {
  /** Its name, in the run's unfinished folder. */
  static final String FILE = "claim.json";

  /**
   * @param folder of what the run has not published
   */
  public static String path(String folder) {
    return folder + "/" + FILE;
  }

  /** The claim on a folder; empty if there is none, or one that says nothing. */
  public static Optional<OutputClaim> find(OutputFiles files, String folder) throws IOException {
    if (!files.exists(path(folder))) {
      return Optional.empty();
    }
    try (InputStream in = files.read(path(folder))) {
      JsonFields fields = JsonFields.parse(in.readAllBytes(), path(folder));
      return Optional.of(new OutputClaim(fields.text("store")));
    } catch (FileNotFoundException | MalformedJsonException e) {
      return Optional.empty(); // given up meanwhile, or not made by an export
    }
  }

  public void write(OutputFiles files, String folder) throws IOException {
    try {
      files.replace(path(folder), new ObjectMapper().writeValueAsBytes(Map.of("store", store)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names are plain text", e);
    }
  }
}
