package simile.benchmarks.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final int RECORDS = 30_000;

  private static byte[] generate(long records, int threads) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Generator(Generator.SEED, records, threads).writeTo(out);
    return out.toByteArray();
  }

  @Test
  void theFirstThousandRecordsHaveTheSameBytesOnEveryMachine() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(generate(1_000, 1));
    assertThat(
        HexFormat.of().formatHex(hash),
        is("9eacee72d90bb1669f89cfc11653c11347b9a7ac71ef3ac8c84d00ccf2877ce9"));
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws IOException {
    assertThat(Arrays.equals(generate(RECORDS, 1), generate(RECORDS, 3)), is(true));
  }

  @Test
  void recordsHaveAbout530Bytes() throws IOException {
    assertThat((double) generate(RECORDS, 2).length / RECORDS, closeTo(530, 0.02 * 530));
  }

  @Test
  void oneRecordInAHundredRepeatsAnEarlierId() throws IOException {
    Set<String> ids = new HashSet<>();
    for (JsonNode record : records()) {
      ids.add(record.required("id").asText());
    }
    assertThat((long) ids.size(), is(new IdNumbers(RECORDS).distinct()));
    assertThat(ids.size(), is(RECORDS - RECORDS / 100));
  }

  @Test
  void recordsAreVaried() throws IOException {
    Set<String> domains = new HashSet<>();
    int updated = 0;
    int unusual = 0;
    for (JsonNode record : records()) {
      domains.add(record.required("source_domain").asText());
      updated += record.has("updated_at") ? 1 : 0;
      unusual += record.toString().chars().anyMatch(c -> c > 127) ? 1 : 0;
      int pairs = record.required("concept_mappings").size();
      assertThat(pairs, allOf(greaterThan(2), lessThan(6)));
    }
    assertThat(domains.size(), is(50));
    assertThat((double) updated / RECORDS, closeTo(0.2, 0.02));
    assertThat((double) unusual / RECORDS, closeTo(0.04, 0.02));
  }

  private static List<JsonNode> records() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> records = new ArrayList<>();
    String text = new String(generate(RECORDS, 2), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      records.add(json.readTree(line));
    }
    return records;
  }
}
