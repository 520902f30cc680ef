package simile.contract;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.contract.check.CheckerOptions;
import simile.contract.rule.Violation;

/** The project's hand-made data does what its notes say. */
final class TestdataTest {
  private static final Path ROOT = Path.of(System.getProperty("simile.root", ".."), "testdata");
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  @BeforeEach
  void onlyWithTestdata() {
    assumeTrue(Files.isDirectory(ROOT), "there is no " + ROOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analogies",
        "frames",
        "frame_instances",
        "concepts",
        "clusters",
        "semantic_fields"
      })
  void goodRecordsOfEachCollectionAreAccepted(String collection) throws IOException {
    accepts(BuiltInContracts.find(collection).orElseThrow(), collection);
  }

  @Test
  void aUsersOwnContractIsEnoughForACollection() throws Exception {
    Path file = ROOT.resolve("contracts/recipes.odcs.yaml");
    accepts(ContractParser.parse("recipes.odcs.yaml", Files.readAllBytes(file)), "recipes");
  }

  private static void accepts(Contract contract, String folder) throws IOException {
    Lines lines = new Lines(contract, CheckerOptions.ofDimension(8));
    for (Path file : files(ROOT.resolve(folder))) {
      for (byte[] line : split(Files.readAllBytes(file))) {
        lines.check(line);
        assertThat(
            file + ": " + new String(line, java.nio.charset.StandardCharsets.UTF_8),
            lines.violations(),
            is(empty()));
      }
    }
  }

  @Test
  void brokenRecordsBreakTheRulesThatAreExpected() throws IOException {
    JsonNode expected = new ObjectMapper().readTree(ROOT.resolve("invalid/expected.json").toFile());
    for (Map.Entry<String, JsonNode> file : expected.properties()) {
      byte[] bytes = Files.readAllBytes(ROOT.resolve("invalid").resolve(file.getKey()));
      assertThat(file.getKey(), rules(bytes), equalTo(counts(file.getValue().get("rules"))));
    }
  }

  private static Map<String, Integer> rules(byte[] file) {
    Lines lines =
        new Lines(BuiltInContracts.find("analogies").orElseThrow(), CheckerOptions.ofDimension(8));
    Map<String, Integer> rules = new TreeMap<>();
    for (byte[] line : split(file)) {
      lines.check(line);
      for (Violation violation : lines.violations()) {
        rules.merge(violation.rule(), 1, Integer::sum);
      }
    }
    return rules;
  }

  private static Map<String, Integer> counts(JsonNode node) {
    Map<String, Integer> counts = new TreeMap<>();
    node.properties().forEach(e -> counts.put(e.getKey(), e.getValue().intValue()));
    return counts;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Lines without their framing, blank ones left out. */
  private static List<byte[]> split(byte[] file) {
    List<byte[]> lines = new ArrayList<>();
    int start = java.util.Arrays.equals(file, 0, Math.min(3, file.length), MARK, 0, 3) ? 3 : 0;
    for (int i = start; i <= file.length; i++) {
      if (i == file.length || file[i] == '\n') {
        int end = i > start && file[i - 1] == '\r' ? i - 1 : i;
        byte[] line = java.util.Arrays.copyOfRange(file, start, end);
        if (!new String(line, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
          lines.add(line);
        }
        start = i + 1;
      }
    }
    return lines;
  }
}
