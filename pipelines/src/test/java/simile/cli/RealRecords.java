package simile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The project's own analogies, those of them that say their id and time. */
final class RealRecords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RealRecords() {}

  /** Writes them to a file. @return them, by id */
  static Map<String, JsonNode> write(Path file) throws IOException {
    Map<String, JsonNode> records = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    for (Path from : files()) {
      for (String line : Files.readAllLines(from)) {
        JsonNode record = line.isBlank() ? JSON.missingNode() : JSON.readTree(line);
        if (record.has("id") && record.has("created_at")) {
          records.put(record.get("id").textValue(), record);
          lines.add(line);
        }
      }
    }
    Files.write(file, lines);
    return records;
  }

  private static List<Path> files() throws IOException {
    Path folder = Path.of(System.getProperty("simile.root"), "testdata/analogies");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
