package simile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import simile.proof.Lines;

/** Imports of files in a folder into a store that is in it, too. */
record ImportScene(Path folder) {

  Session run(String... more) {
    String[] always = {"import", "--store", store().toString(), "-q"};
    return Session.of(Stream.concat(Stream.of(always), Stream.of(more)).toArray(String[]::new));
  }

  Path store() {
    return folder.resolve("store");
  }

  Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  /** A record that was made on that day of January 2026. */
  static String at(String id, int day) {
    return Lines.analogy(id, day / 10.0).replace("2026-01-01", "2026-01-0" + day);
  }

  static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }
}
