package simile.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import simile.record.Column;
import simile.record.RecordBatch;

/** Random records against Jackson's tree model, and mutilated ones against nothing at all. */
final class RandomRecordsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String[] SPACES = {"", "", "", " ", "\t", "  "};
  private static final String[] TEXTS = {
    "plain", "é", "\\u00e9", "\\\"", "😀", "\\ud83d\\ude00", "\\\\", "\\/", "a b", "{", ",", "]"
  };

  private final Lines lines = Lines.analogies();

  @Test
  void spansHoldWhatTheTreeHolds() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      String line = record(random);
      RecordBatch batch = lines.check(line);
      assertThat(line + lines.violations(), lines.accepted(), is(true));
      compare(line, batch);
    }
  }

  private static void compare(String line, RecordBatch batch) throws IOException {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(line);
    List<Column> columns = batch.schema().columns();
    for (int c = 0; c < columns.size(); c++) {
      JsonNode expected = tree.path(columns.get(c).name());
      boolean present = batch.spanStart(0, c) >= 0;
      assertThat(line, present, is(!expected.isMissingNode() && !expected.isNull()));
      if (present) {
        assertThat(line, read(batch, batch.spanStart(0, c), batch.spanLength(0, c)), is(expected));
      }
    }
    if (tree.hasNonNull("id")) {
      assertThat(line, batch.id(0), is(tree.get("id").textValue()));
    }
    String partition = batch.partitionValues().get(batch.partition(0));
    assertThat(line, partition, is(tree.get("source_domain").textValue()));
    compareCut(line, batch, tree);
    compareExtras(line, batch, tree);
  }

  private static void compareCut(String line, RecordBatch batch, ObjectNode tree)
      throws IOException {
    JsonNode embedding = tree.path("embedding");
    assertThat(line, batch.hasVector(0), is(embedding.isArray()));
    for (int i = 0; i < embedding.size(); i++) {
      assertThat(batch.vectors()[batch.vectorOffset(0) + i], is(embedding.get(i).floatValue()));
    }
    assertThat(line, batch.cutStart(0) >= 0, is(!embedding.isMissingNode()));
    if (batch.cutStart(0) >= 0) {
      StringBuilder rest = new StringBuilder();
      byte[] slab = batch.bytes();
      int cutEnd = batch.cutStart(0) + batch.cutLength(0);
      int end = batch.lineStart(0) + batch.lineLength(0);
      rest.append(
          new String(slab, batch.lineStart(0), batch.cutStart(0) - batch.lineStart(0), UTF_8));
      rest.append(new String(slab, cutEnd, end - cutEnd, UTF_8));
      JsonNode without = tree.deepCopy().without("embedding");
      assertThat(line, MAPPER.readTree(rest.toString()), is(without));
    }
  }

  private static void compareExtras(String line, RecordBatch batch, ObjectNode tree)
      throws IOException {
    for (int i = 0; i < batch.extras(0); i++) {
      String member =
          new String(batch.bytes(), batch.extraStart(0, i), batch.extraLength(0, i), UTF_8);
      JsonNode one = MAPPER.readTree("{" + member + "}");
      String name = one.fieldNames().next();
      assertThat(line, one.get(name), is(tree.get(name)));
    }
    long unknown = tree.properties().stream().filter(e -> e.getKey().startsWith("x")).count();
    assertThat(line, (long) batch.extras(0), is(unknown));
  }

  private static JsonNode read(RecordBatch batch, int start, int length) throws IOException {
    return MAPPER.readTree(batch.bytes(), start, length);
  }

  private static String record(Random random) {
    List<String> members = new ArrayList<>();
    members.add(member(random, "source_domain", text(random)));
    members.add(member(random, "target_domain", text(random)));
    members.add(member(random, "quality_score", Double.toString(random.nextDouble())));
    sometimes(random, members, "id", text(random));
    sometimes(random, members, "tags", "[" + text(random) + "," + text(random) + "]");
    sometimes(random, members, "concept_mappings", "{\"a\":" + text(random) + ",\"b\":[]}");
    sometimes(random, members, "created_at", "\"2024-05-01T10:00:00Z\"");
    sometimes(random, members, "metadata", value(random, 3));
    sometimes(random, members, "embedding", random.nextInt(5) == 0 ? "null" : vector(random));
    sometimes(random, members, "x1", value(random, 3));
    sometimes(random, members, "x2", value(random, 2));
    sometimes(random, members, "type", "\"analogy\"");
    Collections.shuffle(members, random);
    String space = SPACES[random.nextInt(SPACES.length)];
    return space + "{" + space + String.join(",", members) + "}" + space;
  }

  private static void sometimes(Random random, List<String> members, String name, String value) {
    if (random.nextBoolean()) {
      members.add(member(random, name, value));
    }
  }

  private static String member(Random random, String name, String value) {
    String space = SPACES[random.nextInt(SPACES.length)];
    return space + "\"" + name + "\"" + space + ":" + space + value + space;
  }

  private static String vector(Random random) {
    return "["
        + random.nextFloat()
        + ", "
        + random.nextInt(9)
        + " ,-1.5e"
        + random.nextInt(9)
        + "]";
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(TEXTS[random.nextInt(TEXTS.length)]);
    }
    return text.append('"').toString();
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> text(random);
      case 1 -> Integer.toString(random.nextInt());
      case 2 -> random.nextBoolean() ? "true" : "null";
      case 3 -> Double.toString(random.nextGaussian());
      case 4 -> "[" + value(random, depth - 1) + " , " + value(random, depth - 1) + "]";
      default -> "{\"a\":" + value(random, depth - 1) + ",\"b\" :" + value(random, depth - 1) + "}";
    };
  }

  @Test
  void mutilatedLinesAreJudgedAsTheTreeModelJudgesThem() {
    Random random = new Random(12);
    byte[] alphabet = "{}[]\",:\\ue0-+.tfn \0\n\u00e9".getBytes(UTF_8);
    for (int i = 0; i < 200_000; i++) {
      byte[] line = record(random).getBytes(UTF_8);
      for (int k = random.nextInt(3); k >= 0; k--) {
        boolean wild = random.nextInt(4) == 0;
        line[random.nextInt(line.length)] =
            wild ? (byte) random.nextInt(256) : alphabet[random.nextInt(alphabet.length)];
      }
      assertThat(lines.judge(line), is(lines.violations().isEmpty()));
      if (i % 10 == 0) {
        boolean unreadable =
            lines.broken().stream()
                .anyMatch(
                    rule -> rule.matches("json.(syntax|trailing-text|not-object)|utf8.invalid"));
        assertThat(new String(line, UTF_8), !unreadable, is(isObject(line)));
      }
    }
  }

  /** Whether the bytes are UTF-8 and hold one JSON object. */
  private static boolean isObject(byte[] line) {
    try {
      String text = UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(line)).toString();
      return MAPPER
          .reader()
          .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readTree(text)
          .isObject();
    } catch (IOException e) {
      return false;
    }
  }
}
