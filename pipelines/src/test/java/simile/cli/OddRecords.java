package simile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Analogies with much that is unusual: other scripts, nulls, lacks, one-to-many mappings. */
final class OddRecords {
  private static final long SEED = 20261201;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> WORDS =
      List.of(
          "Fluß",
          "時間",
          "heart",
          "ключ",
          "o'clock",
          "a \"b\"",
          "line\nbreak",
          "tab\there",
          "😀",
          "x/y=z",
          "NULL",
          "日本語 テキスト",
          "ñandú",
          "1e3");

  private OddRecords() {}

  /** Writes records to a file. @return them, by id */
  static Map<String, JsonNode> write(Path file, int count) throws IOException {
    Random random = new Random(SEED);
    Map<String, JsonNode> records = new TreeMap<>();
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        ObjectNode record = record(random, i);
        records.put(record.get("id").textValue(), record);
        out.write(record.toString());
        out.write('\n');
      }
    }
    return records;
  }

  /** A field as others show it that have no lack. */
  static JsonNode orNull(JsonNode record, String field) {
    return record.has(field) ? record.get(field) : NullNode.getInstance();
  }

  /** Mappings as Parquet has them: each to a list. */
  static JsonNode mappings(JsonNode record) {
    if (!record.hasNonNull("concept_mappings")) {
      return NullNode.getInstance();
    }
    ObjectNode lists = JSON.createObjectNode();
    record
        .get("concept_mappings")
        .properties()
        .forEach(
            member ->
                lists.set(
                    member.getKey(),
                    member.getValue().isArray()
                        ? member.getValue()
                        : JSON.createArrayNode().add(member.getValue())));
    return lists;
  }

  private static ObjectNode record(Random random, int i) {
    ObjectNode record = JSON.createObjectNode();
    record.put("id", "r-%06d-%s".formatted(i, i % 7 == 0 ? word(random) : "x"));
    record.put("source_domain", word(random));
    record.put("target_domain", word(random));
    record.put("quality_score", random.nextInt(1, 1_000_000) / 1_000_003.0);
    record.put("created_at", "2025-0%d-11T10:11:12.%06d+02:00".formatted(1 + i % 9, i % 1_000_000));
    if (i % 3 == 0) {
      ArrayNode tags = record.putArray("tags");
      for (int t = random.nextInt(4); t > 0; t--) {
        tags.add(word(random));
      }
    } else if (i % 3 == 1) {
      record.putNull("tags");
    }
    if (i % 4 != 0) {
      ObjectNode mappings = record.putObject("concept_mappings");
      mappings.put("one " + word(random), word(random));
      mappings.putArray("many").add(word(random)).add(word(random));
    }
    if (i % 5 == 0) {
      ArrayNode vector = record.putArray("embedding");
      for (int v = 0; v < 4; v++) {
        vector.add(random.nextInt(-8, 8) / 8.0);
      }
    }
    return record;
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
