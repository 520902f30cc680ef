package simile.proof.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import simile.files.LocalFiles;
import simile.proof.MemoryInputs;
import simile.proof.PlainDelete;
import simile.proof.PlainIngest;
import simile.store.Store;

/** A store of random records that were replaced and deleted, with all that formats stumble over. */
final class Lived {
  private static final List<String> TEXTS =
      List.of(
          "river",
          "été",
          "日本語",
          "🦉 owl",
          "=1+1",
          "-minus",
          "+plus",
          "@at",
          "a,b",
          "say \\\"x\\\"",
          "two\\nlines",
          "back\\\\slash",
          "caf\\u00e9",
          "..",
          "a/b=c",
          "'quoted'",
          "tab\\there",
          "NULL",
          "x".repeat(300));

  private Lived() {}

  /** Makes it: three ingests and a delete; about {@code ids} ids. */
  static Store store(Path folder, long seed, int ids) throws IOException {
    Random random = new Random(seed);
    for (int run = 1; run <= 3; run++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < ids; i++) {
        if (random.nextInt(3) > 0) {
          lines.add(line(random, i));
        }
      }
      ingest(folder, "run-" + run, lines);
    }
    Store store = Store.open(folder.toString());
    new PlainDelete(store, "delete-1").ids(id(1), id(2), id(3));
    return Store.open(folder.toString());
  }

  static void ingest(Path folder, String run, List<String> lines) throws IOException {
    MemoryInputs inputs =
        MemoryInputs.of(run + ".jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    PlainIngest.into(new LocalFiles(folder), run)
        .withDimension(3)
        .withSplitBytes(4_000)
        .run(inputs, inputs.list());
  }

  private static String id(int i) {
    return (i % 5 == 0 ? "é" : "id") + "-" + i;
  }

  private static String line(Random random, int i) {
    if (random.nextInt(12) == 0) {
      return "{\"type\":\"deletion\",\"target_id\":\"%s\"}".formatted(id(i));
    }
    StringBuilder line = new StringBuilder("{\"id\":\"" + id(i) + "\"");
    line.append(",\"source_domain\":\"").append(text(random)).append('"');
    line.append(",\"target_domain\":\"").append(text(random)).append('"');
    line.append(",\"quality_score\":").append(random.nextInt(101) / 100.0);
    if (random.nextInt(3) == 0) {
      line.append(
          ",\"concept_mappings\":{\"one\":[\"a\",\"%s\"],\"%s\":\"b\"}"
              .formatted(text(random), text(random)));
    }
    if (random.nextInt(3) == 0) {
      line.append(",\"tags\":[\"t\",\"").append(text(random)).append("\"]");
    }
    if (random.nextInt(3) == 0) {
      line.append(",\"updated_at\":null, \"unknown\" : {\"deep\":[1,null,\"x\"]}");
    }
    if (random.nextInt(3) == 0) {
      line.append(",\"embedding\":[%d,0.1,-1e-3]".formatted(i));
    }
    return line.append(",\"created_at\":\"2026-01-0%dT00:00:00.5+01:00\"}".formatted(1 + i % 9))
        .toString();
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
