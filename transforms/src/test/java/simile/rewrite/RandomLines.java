package simile.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Good analogies of every form that JSON allows, with unique ids or none. */
final class RandomLines {
  private static final String[] SPACES = {"", "", "", " ", "\t", "  "};
  private static final String[] TEXTS = {
    "plain",
    "é",
    "\\u00e9",
    "\\\"",
    "😀",
    "\\ud83d\\ude00",
    "\\\\",
    "\\/",
    "a b",
    "{",
    ",",
    "]",
    "\\n"
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "-0.0",
    "1",
    "0.5",
    "1e-1",
    "0.1234567890123456789",
    "0.30000000000000004",
    "9007199254740993e-16",
    "1.0000000000000002E-5",
    "4.9e-324",
    "0.000000000000000000000000001"
  };
  private static final String[] TIMES = {
    "\"2024-05-01T10:00:00Z\"",
    "\"2024-05-01T10:00:00.123456789+02:00\"",
    "\"1969-12-31T23:59:59.999-17:30\"",
    "\"2024-05-01T10:00Z\"",
    "\"2024\\u002d05-01T10:00:00Z\"",
    "null"
  };

  private final Random random;
  private final int domains;
  private int made;

  /** With about so many source domains. */
  RandomLines(long seed, int domains) {
    random = new Random(seed);
    this.domains = domains;
  }

  String next() {
    List<String> members = new ArrayList<>();
    members.add(member(random.nextBoolean() ? "source_domain" : "source\\u005fdomain", domain()));
    members.add(member("target_domain", text()));
    members.add(member("quality_score", quality()));
    sometimes(members, "id", "\"" + made++ + "-" + text().substring(1));
    sometimes(members, "tags", "[" + text() + "," + text() + "]");
    sometimes(members, "concept_mappings", "{\"a\":" + text() + ",\"b\":[]}");
    sometimes(members, "created_at", TIMES[random.nextInt(TIMES.length)]);
    sometimes(members, "metadata", value(3));
    sometimes(members, "embedding", random.nextInt(5) == 0 ? "null" : vector());
    sometimes(members, "x1", value(3));
    sometimes(members, "x\\\"2", value(2));
    sometimes(members, "type", "\"analogy\"");
    sometimes(members, "workflow_id", random.nextBoolean() ? "null" : text());
    Collections.shuffle(members, random);
    return space() + "{" + space() + String.join(",", members) + "}" + space();
  }

  String deletion() {
    return "{\"type\":\"deletion\",\"target_id\":\"gone-" + made++ + "\"}";
  }

  private String quality() {
    return random.nextBoolean()
        ? Double.toString(random.nextDouble())
        : NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private String domain() {
    return domains > 9 && random.nextInt(domains) == 0
        ? text()
        : "\"domain " + random.nextInt(domains) + "\"";
  }

  private void sometimes(List<String> members, String name, String value) {
    if (random.nextBoolean()) {
      members.add(member(name, value));
    }
  }

  private String member(String name, String value) {
    return space() + "\"" + name + "\"" + space() + ":" + space() + value + space();
  }

  private String vector() {
    return "["
        + random.nextFloat()
        + ", "
        + random.nextInt(9)
        + " ,-1.5e"
        + random.nextInt(9)
        + "]";
  }

  private String text() {
    StringBuilder text = new StringBuilder("\"");
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(TEXTS[random.nextInt(TEXTS.length)]);
    }
    return text.append('"').toString();
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> text();
      case 1 -> Integer.toString(random.nextInt());
      case 2 -> random.nextBoolean() ? "true" : "null";
      case 3 -> Double.toString(random.nextGaussian());
      case 4 -> "[" + value(depth - 1) + " , " + value(depth - 1) + "]";
      default -> "{\"a\":" + value(depth - 1) + ",\"b\" :" + value(depth - 1) + "}";
    };
  }

  private String space() {
    return SPACES[random.nextInt(SPACES.length)];
  }
}
