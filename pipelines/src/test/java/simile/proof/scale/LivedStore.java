package simile.proof.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import simile.files.LocalFiles;
import simile.jsonl.Compression;
import simile.proof.LocalInputs;
import simile.proof.PlainIngest;
import simile.segment.write.SegmentOptions;

/**
 * A store in which many commits wrote, replaced and deleted records, the lines of each in an order
 * of chance, so that every segment overlaps every other. What is live follows from numbers alone.
 *
 * @param ids how many there are; the first commit writes them all
 * @param commits how many there are
 * @param padding how many bytes a record has beyond its other fields
 */
record LivedStore(int ids, int commits, int padding) {
  private static final int DICE = 20;
  private static final int REPLACED = 5;
  private static final int DOMAINS = 4;
  // More than any number of ids, and a prime: so each step around the ids meets each once.
  private static final long STRIDE = 1_000_000_007;

  /** Ingests it all, in segments of about {@code splitBytes} of input. */
  void fill(Path store, Path scratch, int splitBytes, boolean sqlite) throws IOException {
    for (int commit = 0; commit < commits; commit++) {
      String name = "commit-" + commit + ".jsonl";
      write(scratch.resolve(name), commit);
      PlainIngest.into(new LocalFiles(store), "run-" + commit)
          .withSplitBytes(splitBytes)
          .withSegments(new SegmentOptions(Compression.NONE, sqlite))
          .run(new LocalInputs(scratch), name);
      Files.delete(scratch.resolve(name));
    }
  }

  private void write(Path file, int commit) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      for (long step = 0; step < ids; step++) {
        Optional<String> line = line((int) (step * STRIDE % ids), commit);
        if (line.isPresent()) {
          out.write(line.get());
          out.write('\n');
        }
      }
    }
  }

  private Optional<String> line(int id, int commit) {
    int dice = dice(id, commit);
    if (dice >= REPLACED) {
      return Optional.empty();
    }
    return Optional.of(
        dice == 0
            ? "{\"type\":\"deletion\",\"target_id\":\"%s\"}".formatted(name(id))
            : record(id, commit));
  }

  /** 0 deletes, and what is below {@link #REPLACED} writes. */
  private static int dice(int id, int commit) {
    int mixed = (id * 31 + commit) * 0x9E3779B9;
    return commit == 0 ? 1 : (mixed >>> 16) % DICE;
  }

  /** The live records, as they are stored, by id. */
  Stream<String> live() {
    return IntStream.range(0, ids)
        .mapToObj(id -> latest(id).stream().mapToObj(commit -> record(id, commit)))
        .flatMap(record -> record);
  }

  /** The commit that wrote the live record of an id. */
  private OptionalInt latest(int id) {
    int commit = commits - 1;
    while (dice(id, commit) >= REPLACED) {
      commit--;
    }
    return dice(id, commit) == 0 ? OptionalInt.empty() : OptionalInt.of(commit);
  }

  private static String name(int id) {
    return "r%07d".formatted(id);
  }

  private String record(int id, int commit) {
    return "{\"id\":\"%s\",\"source_domain\":\"d%d\",\"target_domain\":\"t\",\"quality_score\":0.5,\"created_at\":\"2026-01-01T00:00:00Z\",\"note\":\"%d %s\"}"
        .formatted(name(id), (id + commit) % DOMAINS, commit, "x".repeat(padding));
  }
}
