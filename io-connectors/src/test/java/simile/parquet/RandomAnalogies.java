package simile.parquet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records of every shape that the fixtures' fields can have. The same seed makes the same. */
final class RandomAnalogies {
  private static final List<String> WORDS =
      List.of(
          "sun", "atom", "é", "心", "😀", "a \"quoted\" word", "back\\slash", "tab\tnew\nline", "");

  private final Random random;

  RandomAnalogies(long seed) {
    random = new Random(seed);
  }

  List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line(i));
    }
    return lines;
  }

  private String line(int number) {
    ObjectNode record = ParquetFixtures.JSON.createObjectNode();
    record.put("id", "id-%06d".formatted(number));
    if (maybe()) {
      record.put("type", "analogy");
    }
    if (maybe()) {
      record.put("quality_score", random.nextInt(4) == 0 ? random.nextDouble() : 0.5);
    }
    if (maybe()) {
      record.put("count", random.nextBoolean() ? random.nextLong() : random.nextInt(3));
    }
    if (maybe()) {
      record.put("gold", random.nextBoolean());
    }
    if (maybe()) {
      mappings(record.putObject("concept_mappings"));
    }
    if (maybe()) {
      record.put("created_at", Instant.ofEpochSecond(random.nextInt()).toString());
    }
    if (maybe()) {
      texts(record.putArray("tags"), 0);
    }
    if (maybe()) {
      record
          .putObject("metadata")
          .putArray("deep")
          .addObject()
          .put(word(), random.nextInt(100) / 4.0);
    }
    if (maybe()) {
      floats(record.putArray("embedding"));
    }
    if (random.nextInt(5) == 0) {
      record.put("unknown", word());
    }
    return record.toString();
  }

  private boolean maybe() {
    return random.nextInt(4) > 0;
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** A list of one comes back as a plain string, so there is none here. */
  private void mappings(ObjectNode object) {
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = word() + i;
      switch (random.nextInt(3)) {
        case 0 -> object.put(name, word());
        case 1 -> object.putArray(name);
        default -> texts(object.putArray(name), 2);
      }
    }
  }

  private void texts(ArrayNode array, int least) {
    for (int i = least + random.nextInt(4); i > 0; i--) {
      array.add(word());
    }
  }

  private void floats(ArrayNode array) {
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(random.nextInt(100) / 4f);
    }
  }
}
