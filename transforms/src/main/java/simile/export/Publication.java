package simile.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import simile.connectors.OutputFiles;
import simile.files.StorePaths;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/**
 * The names that a publication is about to make or remove in the output's folder, written before
 * any of them is: who finds one without a manifest knows what an export left.
 *
 * @param names relative to the output's folder, sorted
 */
record Publication(List<String> names) {
  /** Its own name, in the run's unfinished folder. */
  static final String FILE = "publication.json";

  Publication {
    names = List.copyOf(new TreeSet<>(names));
  }

  /**
   * @param folder of what the run has not published
   */
  static String path(String folder) {
    return folder + "/" + FILE;
  }

  /** The publication of that name; empty if there is none, or one that says nothing. */
  static Optional<Publication> find(OutputFiles files, String path) throws IOException {
    try {
      return Optional.of(read(files, path));
    } catch (FileNotFoundException | MalformedJsonException e) {
      return Optional.empty(); // over meanwhile, or not made by an export
    }
  }

  static Publication read(OutputFiles files, String path) throws IOException {
    try (InputStream in = files.read(path)) {
      JsonFields fields = JsonFields.parse(in.readAllBytes(), path);
      List<String> names = fields.texts("names");
      return new Publication(names.stream().filter(StorePaths::isInside).toList());
    }
  }

  /**
   * Takes a folder's export back: what makes it look complete goes first.
   *
   * @param folder where unpublished files of the run are
   */
  void retract(OutputFiles files, String folder, String index) throws IOException {
    write(files, path(folder));
    files.delete(index);
    for (String name : names) {
      files.delete(name);
    }
  }

  void write(OutputFiles files, String path) throws IOException {
    try {
      files.replace(path, new ObjectMapper().writeValueAsBytes(Map.of("names", names)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names are plain text", e);
    }
  }
}
