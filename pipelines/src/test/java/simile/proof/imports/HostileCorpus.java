package simile.proof.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static simile.proof.imports.HostileBytes.gzip;
import static simile.proof.imports.HostileBytes.gzipOfZeros;
import static simile.proof.imports.HostileBytes.joined;
import static simile.proof.imports.HostileBytes.npy;
import static simile.proof.imports.HostileBytes.zip;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Files that are damaged by a seed, and files that are made to harm. Each case is a folder with one
 * input, and perhaps what lies beside it.
 */
final class HostileCorpus {
  private static final int MUTATIONS = 36;

  private final Path folder;
  private final List<Case> cases = new ArrayList<>();

  /**
   * A case.
   *
   * @param name says what was done
   * @param input what is imported
   * @param refused whether it must be refused before a run; damage may also be found later, or only
   *     spoil rows
   */
  record Case(String name, Path input, boolean refused) {}

  private HostileCorpus(Path folder) {
    this.folder = folder;
  }

  /** Makes all of them. */
  static List<Case> make(Path folder, long seed) throws Exception {
    HostileCorpus corpus = new HostileCorpus(folder);
    Map<String, byte[]> sound = corpus.sound();
    for (Map.Entry<String, byte[]> file : sound.entrySet()) {
      for (int i = 0; i < MUTATIONS; i++) {
        Random random = new Random(seed + 31L * i + file.getKey().hashCode());
        corpus.add("damage-" + i, file.getKey(), damaged(file.getValue(), random), false);
      }
    }
    corpus.addLies(sound);
    corpus.addZips();
    corpus.addDatabases();
    corpus.addBombs();
    return corpus.cases;
  }

  /** Sound files, by the name that they go by. */
  private Map<String, byte[]> sound() throws Exception {
    Path made = Files.createDirectories(folder.resolve("sound"));
    Map<String, byte[]> sound = new LinkedHashMap<>();
    byte[] lines = (String.join("\n", Samples.RECORDS) + "\n").repeat(40).getBytes(UTF_8);
    sound.put("lines.jsonl", lines);
    sound.put("lines.jsonl.gz", gzip(lines));
    sound.put("lines.jsonl.zst", Zstd.compress(lines));
    sound.put("table.sqlite", Files.readAllBytes(table(made.resolve("table.sqlite"))));
    sound.put(
        "vectors.npz",
        Files.readAllBytes(
            Samples.npz(made.resolve("v.npz"), new float[] {1, 2}, "a", "b", "c", "d")));
    sound.put(
        "rows.parquet",
        Files.readAllBytes(
            Samples.parquet(
                made.resolve("p.parquet"),
                "SELECT 'id-' || i AS id, 's' || (i % 7) AS source_domain, 't' AS target_domain,"
                    + " (i % 101) / 100.0::DOUBLE AS quality_score, ['a'] AS tags"
                    + " FROM range(3000) t(i)")));
    return sound;
  }

  private static Path table(Path file) throws SQLException {
    List<String> statements =
        new ArrayList<>(
            List.of(
                "CREATE TABLE analogies (id TEXT PRIMARY KEY, source_domain TEXT, target_domain"
                    + " TEXT, quality_score REAL, tags TEXT)",
                "CREATE INDEX by_source ON analogies (source_domain)"));
    for (int i = 0; i < 300; i++) {
      statements.add(
          "INSERT INTO analogies VALUES ('id-%d', 's%d', 't', 0.5, '[\"x\"]')".formatted(i, i % 9));
    }
    return Samples.sqlite(file, statements.toArray(String[]::new));
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    switch (random.nextInt(4)) {
      case 0 -> {
        for (int i = random.nextInt(8); i >= 0; i--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 2 -> {
        int start = random.nextInt(bytes.length);
        Arrays.fill(bytes, start, Math.min(bytes.length, start + 64), (byte) random.nextInt(256));
      }
      default -> {
        byte[] more = new byte[1 + random.nextInt(64)];
        random.nextBytes(more);
        bytes = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, bytes, sound.length, more.length);
      }
    }
    return bytes;
  }

  private void addLies(Map<String, byte[]> sound) throws IOException {
    List<String> names =
        List.of("lie.jsonl", "lie.npz", "lie.sqlite", "lie.parquet", "lie.jsonl.gz");
    for (String name : names) {
      for (Map.Entry<String, byte[]> other : sound.entrySet()) {
        String suffix = name.substring(name.indexOf('.'));
        if (!other.getKey().endsWith(suffix)) {
          add("content of " + other.getKey(), name, other.getValue(), true);
        }
      }
    }
    add("CSV", "rows.csv", "id,source_domain\n=cmd(),b\n".getBytes(UTF_8), true);
    add("pickle", "model.pkl", new byte[] {(byte) 0x80, 4, 'c', 'o', 's', '\n', '.'}, true);
    add("pickle as JSONL", "p.jsonl", new byte[] {(byte) 0x80, 4, 'c', 'o', 's', '.'}, true);
    add("ELF", "program", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, true);
    add("database in gzip", "t.jsonl.gz", gzip(sound.get("table.sqlite")), true);
    add("NPZ in Zstandard", "t.jsonl.zst", Zstd.compress(sound.get("vectors.npz")), true);
  }

  private void addZips() throws IOException {
    byte[] ids = npy("<U1", "(1,)", "a\0\0\0");
    byte[] vectors = npy("<f4", "(1, 2)", "\0".repeat(8));
    add(
        "object array of ids",
        "o.npz",
        zip("ids.npy", npy("|O", "(1,)", "\u0080\4."), "embeddings.npy", vectors),
        true);
    add(
        "object array of vectors",
        "o.npz",
        zip("ids.npy", ids, "embeddings.npy", npy("|O", "(1, 2)", "\u0080\4.")),
        true);
    add(
        "pickle inside",
        "o.npz",
        zip("ids.npy", "\u0080\4cos\nsystem\n.".getBytes(ISO_8859_1), "embeddings.npy", vectors),
        true);
    add("path that leaves", "o.npz", zip("../ids.npy", ids, "embeddings.npy", vectors), true);
    add("absolute path", "o.npz", zip("/tmp/ids.npy", ids, "embeddings.npy", vectors), true);
    add(
        "more rows than bytes",
        "o.npz",
        zip("ids.npy", npy("<U1", "(999999999,)", "a"), "embeddings.npy", vectors),
        true);
    add(
        "endless rows",
        "o.npz",
        zip(
            "ids.npy",
            ids,
            "embeddings.npy",
            npy("<f4", "(9223372036854775807, 9223372036854775807)", "")),
        true);
    add(
        "negative shape",
        "o.npz",
        zip("ids.npy", ids, "embeddings.npy", npy("<f4", "(-1, 2)", "")),
        true);
    add("no vectors", "o.npz", zip("ids.npy", ids), true);
    add("no arrays", "o.npz", zip("readme.txt", ids), true);
    add(
        "code in the header",
        "o.npz",
        zip("ids.npy", npy("__import__('os')", "(1,)", "a"), "embeddings.npy", vectors),
        true);
    add(
        "deep header",
        "o.npz",
        zip("ids.npy", npy("<U1", "(".repeat(5000), ""), "embeddings.npy", vectors),
        true);
    byte[] twice = zip("ids.npy", ids, "embeddings.npy", vectors);
    add("a ZIP behind a ZIP", "o.npz", joined(twice, twice), true);
    add("NPZ behind text", "o.npz", joined("#!/bin/sh\n".getBytes(UTF_8), twice), true);
    add(
        "empty ZIP",
        "o.npz",
        new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        true);
  }

  private void addDatabases() throws Exception {
    String table = "CREATE TABLE analogies (id TEXT, source_domain TEXT)";
    database("trigger", table, "CREATE TRIGGER t AFTER INSERT ON analogies BEGIN SELECT 1; END");
    database("view", table, "CREATE VIEW v AS SELECT load_extension('x') FROM analogies");
    database(
        "view as the table",
        "CREATE VIEW analogies AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id FROM r");
    database("virtual table", table, "CREATE VIRTUAL TABLE f USING fts5(x)");
    database("generated column", "CREATE TABLE analogies (id TEXT, x TEXT AS (upper(id)) STORED)");
    database("generated id", "CREATE TABLE analogies (x TEXT, id TEXT AS (x) VIRTUAL)");
    database("no id", "CREATE TABLE analogies (name TEXT)");
    database("no table");
    database("two other tables", "CREATE TABLE a (id TEXT)", "CREATE TABLE b (id TEXT)");
    database("newer shard", table, "PRAGMA application_id = 1397312817", "PRAGMA user_version = 9");
    Path journal = database("journal beside", table);
    Files.writeString(journal.resolveSibling(journal.getFileName() + "-journal"), "x");
    Path wal = database("log beside", table);
    Files.writeString(wal.resolveSibling(wal.getFileName() + "-wal"), "x");
    database(
        "schema that is no SQL",
        table,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE analogies (id TEXT, x AS (load_extension(id)))'");
    database(
        "root page beyond the file",
        table,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET rootpage = 999999");
    database(
        "table over the schema",
        table,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET rootpage = 1");
  }

  private void addBombs() throws IOException {
    add("a gigabyte of nothing", "bomb.jsonl.gz", gzipOfZeros(1 << 30), false);
    add(
        "a line without end",
        "bomb.jsonl.zst",
        Zstd.compress(("{\"id\":\"" + "a".repeat(1 << 26)).getBytes(UTF_8)),
        false);
    add("depth", "deep.jsonl", "[".repeat(1 << 20).getBytes(UTF_8), false);
    add("deep object", "deep.jsonl", "{\"a\":".repeat(1 << 18).getBytes(UTF_8), false);
    byte[] zeros = new byte[1 << 25];
    add("bomb in an array", "bomb.npz", zip("ids.npy", zeros, "embeddings.npy", zeros), true);
  }

  private Path database(String name, String... statements) throws Exception {
    Path file = caseFolder(name).resolve("t.sqlite");
    List<String> all = new ArrayList<>(List.of("PRAGMA user_version = 1"));
    all.addAll(List.of(statements));
    Samples.sqlite(file, all.toArray(String[]::new));
    cases.add(new Case(name, file, true));
    return file;
  }

  private void add(String name, String file, byte[] content, boolean refused) throws IOException {
    Path input = Files.write(caseFolder(name + " " + file).resolve(file), content);
    cases.add(new Case(name + ", " + file, input, refused));
  }

  private Path caseFolder(String name) throws IOException {
    String plain = name.replaceAll("[^A-Za-z0-9]+", "-");
    return Files.createDirectories(folder.resolve(cases.size() + "-" + plain));
  }
}
