package simile.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Analogies as JSON lines of about 450 bytes, the same for the same seed: of a hundred lines one
 * repeats an id from before, one deletes, one breaks the contract; a quarter brings a vector.
 */
final class GeneratedInput {
  private static final int DOMAINS = 40;
  private static final int DIMENSION = 8;
  private static final String NOTE =
      "keeps relations between parts and drops what they are made of; holds for the whole but fails"
          + " where the target has no counterpart, as two readers of the collection have noticed";

  private GeneratedInput() {}

  /**
   * Writes a file.
   *
   * @param records how many lines
   */
  static Path write(Path file, int records, long seed) throws IOException {
    Random random = new Random(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      for (int i = 0; i < records; i++) {
        out.write(line(i, random));
        out.write('\n');
      }
    }
    return file;
  }

  private static String line(int i, Random random) {
    return switch (i % 100) {
      case 33 -> "{\"type\":\"deletion\",\"target_id\":\"%s\"}".formatted(id(random.nextInt(i)));
      case 55 -> analogy(id(random.nextInt(i)), random.nextInt(10_000) / 10_000.0, random);
      case 77 -> broken(i, random);
      default -> analogy(id(i), random.nextInt(10_000) / 10_000.0, random);
    };
  }

  private static String broken(int i, Random random) {
    return switch (i / 100 % 3) {
      case 0 -> analogy(id(i), 7, random);
      case 1 ->
          "{\"id\":\"%s\",\"source_domain\":\"king\",\"target_domain\":\"\"}".formatted(id(i));
      default -> "{\"id\":\"" + id(i) + "\",\"source_domain\":";
    };
  }

  private static String analogy(String id, double quality, Random random) {
    StringBuilder json = new StringBuilder(500);
    json.append("{\"id\":\"").append(id);
    json.append("\",\"source_domain\":\"domain ").append(random.nextInt(DOMAINS));
    json.append("\",\"target_domain\":\"domain ").append(random.nextInt(DOMAINS));
    json.append("\",\"quality_score\":").append(quality).append(",\"concept_mappings\":{");
    for (int i = 0; i < 4; i++) {
      json.append(i == 0 ? "" : ",").append("\"concept ").append(i).append("\":\"concept ");
      json.append(random.nextInt(1000)).append('"');
    }
    json.append(
        "},\"created_at\":\"2024-0%d-1%dT0%d:00:00Z\""
            .formatted(1 + random.nextInt(9), random.nextInt(10), random.nextInt(10)));
    json.append(",\"metadata\":{\"line\":").append(random.nextInt());
    json.append(",\"note\":\"").append(NOTE).append("\"}");
    if (random.nextInt(4) == 0) {
      json.append(",\"embedding\":[");
      for (int i = 0; i < DIMENSION; i++) {
        json.append(i == 0 ? "" : ",").append(random.nextInt(1000) / 1000.0);
      }
      json.append(']');
    }
    return json.append('}').toString();
  }

  private static String id(int number) {
    return "analogy-%07d".formatted(number);
  }
}
