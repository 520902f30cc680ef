package simile.proof.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.files.LocalFiles;
import simile.ingest.MergeMode;
import simile.ingest.Merging;
import simile.ingest.RunPlan;
import simile.input.SplitPlanner;
import simile.log.CommitLog;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.AsOf;

/** Random imports that merge, against a map of records that is merged in the plainest way. */
class MergeOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RUNS = 6;
  private static final int IDS = 12;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void importsThatMergeHoldWhatTheOracleHolds(long seed) throws Exception {
    Random random = new Random(seed);
    boolean fields = random.nextBoolean();
    SortedMap<String, ObjectNode> oracle = new TreeMap<>();
    for (int run = 0; run < RUNS; run++) {
      Map<String, ObjectNode> batch = new TreeMap<>();
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < IDS; i++) {
        ObjectNode record = record(random);
        batch.put(record.path("id").textValue(), record); // of one id the last line counts
        lines.add(record.toString());
      }
      ingest("run-" + run, lines, fields);
      batch.forEach(
          (id, record) -> oracle.merge(id, record, (old, come) -> merged(old, come, fields)));
      assertThat("seed " + seed + ", run " + run, stored(), is(oracle));
    }
  }

  private static ObjectNode record(Random random) {
    ObjectNode record = JSON.createObjectNode();
    record.put("id", "id" + random.nextInt(IDS));
    record.put("source_domain", "s" + random.nextInt(3)).put("target_domain", "t");
    record.put("quality_score", random.nextInt(10) / 10.0);
    record.put("created_at", "2026-01-0" + (1 + random.nextInt(3)) + "T00:00:00Z");
    if (random.nextBoolean()) {
      record.put("updated_at", "2026-02-0" + (1 + random.nextInt(3)) + "T00:00:00+02:00");
    }
    if (random.nextBoolean()) {
      ArrayNode tags = record.putArray("tags");
      for (int i = random.nextInt(3); i > 0; i--) {
        String tag = "tag" + i + random.nextInt(3);
        tags.add(tag);
      }
    }
    if (random.nextBoolean()) {
      record.putObject("concept_mappings").put("k" + random.nextInt(3), "v" + random.nextInt(9));
    }
    if (random.nextInt(3) == 0) {
      record.put("unknown" + random.nextInt(2), random.nextInt(100));
    }
    if (random.nextInt(3) == 0) {
      record.putArray("embedding").add((double) random.nextInt(9)).add(0.5);
    }
    return record;
  }

  private static ObjectNode merged(ObjectNode old, ObjectNode come, boolean fields) {
    boolean comes = !time(come).isBefore(time(old));
    ObjectNode newer = comes ? come : old;
    ObjectNode older = comes ? old : come;
    if (!fields) {
      return newer;
    }
    ObjectNode result = newer.deepCopy();
    for (Map.Entry<String, JsonNode> member : older.properties()) {
      JsonNode own = result.path(member.getKey());
      if (own.isMissingNode()) {
        result.set(member.getKey(), member.getValue());
      } else if (member.getKey().equals("tags")) {
        ArrayNode all = ((ArrayNode) own).deepCopy();
        member.getValue().forEach(item -> add(all, item));
        result.set("tags", all);
      } else if (member.getKey().equals("concept_mappings")) {
        ObjectNode all = (ObjectNode) member.getValue().deepCopy();
        all.setAll((ObjectNode) own);
        result.set("concept_mappings", all);
      }
    }
    return result;
  }

  private static void add(ArrayNode all, JsonNode item) {
    for (JsonNode known : all) {
      if (known.equals(item)) {
        return;
      }
    }
    all.add(item);
  }

  private static Instant time(ObjectNode record) {
    String text = record.path("updated_at").asText(record.path("created_at").asText());
    return java.time.OffsetDateTime.parse(text).toInstant();
  }

  private void ingest(String run, List<String> lines, boolean fields) throws Exception {
    LocalFiles files = new LocalFiles(folder);
    MemoryInputs inputs =
        MemoryInputs.of("in.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    PlainIngest ingest =
        PlainIngest.into(files, run).withContract(contract(fields)).withDimension(2);
    Merging merging = new Merging(MergeMode.NEWER, CommitLog.open(files).latestVersion());
    RunPlan plan = ingest.plan(SplitPlanner.plan(inputs.list(), 1 << 20), merging);
    ingest.commit(plan, ingest.ingest(plan, inputs));
  }

  /** The built-in contract, which merges whole records, or one that merges them field by field. */
  private static Contract contract(boolean fields) throws Exception {
    Contract plain = BuiltInContracts.find("analogies").orElseThrow();
    return fields ? MergeContracts.byField(plain) : plain;
  }

  private SortedMap<String, ObjectNode> stored() throws IOException {
    SortedMap<String, ObjectNode> records = new TreeMap<>();
    for (Map.Entry<String, String> record :
        Stored.analogies(folder, AsOf.latest(), true).entrySet()) {
      records.put(record.getKey(), (ObjectNode) JSON.readTree(record.getValue()));
    }
    return records;
  }
}
