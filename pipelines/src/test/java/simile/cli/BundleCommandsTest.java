package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.proof.Folders;
import simile.proof.Lines;

/** A whole context goes out as a bundle and comes in again, through the command line. */
class BundleCommandsTest {
  private static final Path TESTDATA = Path.of(System.getProperty("simile.root"), "testdata");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path filled;
  @TempDir Path folder;

  @BeforeAll
  static void fill() throws IOException {
    for (String collection : List.of("analogies", "frames", "concepts")) {
      String input = TESTDATA.resolve(collection).toString();
      done(on(filled, "ingest", "--collection", collection, "--input", input));
    }
    done(on(filled, "delete", "--id", "sci-heart-pump", "--reason", "withdrawn"));
    Path models = Files.createDirectories(filled.resolve("models/ltn_models"));
    Files.write(models.resolve("modèle.pth"), new byte[] {1, 2, 3});
  }

  @BeforeEach
  void copy() throws IOException {
    Folders.copy(filled, folder.resolve("store"));
  }

  @Test
  void exportImportExportIsTheSame() throws IOException {
    done("export", "--format", "bundle", "--output", at("one"), "--history", "all");
    Session in = on("other", "import", "--input", at("one"));
    assertThat(in.err(), in.exit(), is(0));
    Session out = on("other", "export", "--format", "bundle", "--output", at("two"));
    assertThat(out.err(), out.exit(), is(0));
    Map<String, String> one = contents(folder.resolve("one"));
    Map<String, String> two = contents(folder.resolve("two"));
    assertThat(two.keySet().containsAll(dataOf(one).keySet()), is(true));
    assertThat(dataOf(two), is(dataOf(one)));
    assertThat(index("two").at("/collections"), is(index("one").at("/collections")));
    assertThat(
        one.get("data/analogies/part-00000-of-00001.jsonl"), not(containsString("sci-heart-pump")));
    assertThat(index("one").at("/history/entries").longValue(), is(4L));
    assertThat(index("two").at("/history/entries").longValue(), is(0L));
  }

  @Test
  void aCollectionWhoseVectorsAreAllGoneKeepsTheirDimension() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("in.jsonl"),
            Lines.analogy("bare", 0.5)
                + "\n"
                + Lines.analogy("full", 0.5).replaceFirst("\\}$", ",\"embedding\":[1,2,3]}"));
    done(on("few", "ingest", "--input", lines.toString()));
    done(on("few", "delete", "--id", "full"));
    done(on("few", "export", "--format", "bundle", "--output", at("one")));
    done(on("copy", "import", "--input", at("one")));
    done(on("copy", "export", "--format", "bundle", "--output", at("two")));
    assertThat(index("one").at("/collections/0/dimension").intValue(), is(3));
    assertThat(index("two").at("/collections"), is(index("one").at("/collections")));
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.jsonl"),
            Lines.analogy("other", 0.5).replaceFirst("\\}$", ",\"embedding\":[1,2]}"));
    Session refused = on("copy", "ingest", "--input", wrong.toString(), "--max-violations", "0");
    assertThat(refused.err(), refused.exit(), is(3));
  }

  @Test
  void whatIsNamedAsAnotherArchiveIsRefused() {
    for (String name : List.of("one.zip", "one.tar.gz", "one.TGZ")) {
      Session refused = on("store", "export", "--format", "bundle", "--output", at(name));
      assertThat(refused.err(), refused.exit(), is(2));
      assertThat(refused.err(), containsString("ends in .tar"));
      assertThat(Files.exists(folder.resolve(name)), is(false));
    }
  }

  @Test
  void anArchiveHoldsTheSameAndIsImportedAsOneCommit() throws IOException {
    done("export", "--format", "bundle", "--output", at("one"));
    done("export", "--format", "bundle", "--output", at("one.tar"));
    Session in = on("other", "import", "--input", at("one.tar"), "--context", "elsewhere");
    assertThat(in.err(), in.exit(), is(0));
    Session history = on("other", "history", "--format", "jsonl");
    assertThat(history.out().lines().count(), is(1L));
    Session again =
        on(
            "other",
            "export",
            "--format",
            "bundle",
            "--context",
            "elsewhere",
            "--output",
            at("two"));
    assertThat(again.err(), again.exit(), is(0));
    assertThat(
        dataOf(contents(folder.resolve("two"))), is(dataOf(contents(folder.resolve("one")))));
    assertThat(index("two").get("context").textValue(), is("elsewhere"));
  }

  @Test
  void anEarlierVersionIsExportedAsItWas() throws IOException {
    done("export", "--format", "bundle", "--output", at("early"), "--as-of", "1");
    assertThat(index("early").at("/collections").size(), is(1));
    assertThat(
        Files.readString(folder.resolve("early/data/analogies/part-00000-of-00001.jsonl")),
        containsString("sci-heart-pump"));
  }

  @Test
  void equalVersionsMakeEqualBundles() throws IOException {
    done("export", "--format", "bundle", "--output", at("a.tar"), "--history", "2");
    done("export", "--format", "bundle", "--output", at("b.tar"), "--history", "2");
    assertThat(Files.mismatch(folder.resolve("a.tar"), folder.resolve("b.tar")), is(-1L));
  }

  @Test
  void aPlaceThatHoldsSomethingIsNotTouched() throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("full")).resolve("mine"), "x");
    Session refused = on("store", "export", "--format", "bundle", "--output", at("full"));
    assertThat(refused.err(), refused.exit(), is(5));
    assertThat(contents(folder.resolve("full")).size(), is(1));
    Files.writeString(folder.resolve("taken.tar"), "x");
    assertThat(
        on("store", "export", "--format", "bundle", "--output", at("taken.tar")).exit(), is(5));
    done("export", "--format", "bundle", "--output", at("taken.tar"), "--overwrite");
  }

  @Test
  void aRunThatIsRepeatedPublishesOnce() throws IOException {
    done("export", "--format", "bundle", "--output", at("once"), "--run-id", "r");
    Session again =
        on("store", "export", "--format", "bundle", "--output", at("once"), "--run-id", "r");
    assertThat(again.err(), again.exit(), is(0));
    assertThat(again.err(), containsString("published this before"));
  }

  @Test
  void optionsThatSayNothingOfABundleAreRefused() {
    for (String[] words :
        new String[][] {
          {"--collection", "frames"},
          {"--min-quality", "0.5"},
          {"--shards", "2"},
          {"--overwrite", "-q"},
          {"--history", "some"},
          {"--license", "a b\"c"}
        }) {
      Session refused =
          on("store", "export", "--format", "bundle", "--output", at("x"), words[0], words[1]);
      assertThat(refused.err(), refused.exit(), is(2));
      assertThat(refused.err(), not(containsString("running on")));
    }
    Session runs = on("store", "workflows", "list", "--type", "export");
    assertThat(runs.out(), not(containsString("FAILED")));
    assertThat(
        on("store", "export", "--format", "csv", "--output", at("x"), "--history", "all").exit(),
        is(2));
  }

  @Test
  void aDamagedBundleChangesNothing() throws IOException {
    done("export", "--format", "bundle", "--output", at("bad"));
    Path data = folder.resolve("bad/data/frames/part-00000-of-00001.jsonl");
    byte[] bytes = Files.readAllBytes(data);
    bytes[5] ^= 1;
    Files.write(data, bytes);
    Session refused = on("other", "import", "--input", at("bad"));
    assertThat(refused.exit(), is(2));
    assertThat(refused.err(), containsString("'data/frames/part-00000-of-00001.jsonl' is damaged"));
    assertThat(Files.exists(folder.resolve("other")), is(false));
  }

  @Test
  void anIncompatibleContractRefusesTheWholeImport() throws IOException {
    done("export", "--format", "bundle", "--output", at("b"));
    Path contract = folder.resolve("frames.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(folder.resolve("b/contracts/frames.odcs.yaml"))
            .replace(
                "name: definition\n        logicalType: string",
                "name: definition\n        logicalType: number"));
    Path line =
        Files.writeString(folder.resolve("f.jsonl"), "{\"name\":\"x\",\"frame_type\":\"y\"}\n");
    Session first =
        on(
            "other",
            "ingest",
            "--collection",
            "frames",
            "--contract",
            contract.toString(),
            "--input",
            line.toString());
    assertThat(first.err(), first.exit(), is(0));
    Session refused = on("other", "import", "--input", at("b"));
    assertThat(refused.exit(), is(2));
    assertThat(refused.err(), containsString("definition"));
    assertThat(on("other", "history", "--format", "jsonl").out().lines().count(), is(1L));
  }

  @Test
  void conflictsAreListedAndNothingIsDone() throws IOException {
    done("export", "--format", "bundle", "--output", at("b"));
    done("undelete", "--id", "sci-heart-pump");
    Session dry = on("store", "import", "--input", at("b"), "--dry-run");
    assertThat(dry.err(), dry.exit(), is(0));
    assertThat(on("store", "history", "--format", "jsonl").out().lines().count(), is(5L));
  }

  @Test
  void modelsKeepTheirNamesAndNeverReplaceOthers() throws IOException {
    done("export", "--format", "bundle", "--output", at("b"));
    Path others = Files.createDirectories(folder.resolve("other/models/ltn_models"));
    Files.write(others.resolve("modèle.pth"), new byte[] {9});
    Session in = on("other", "import", "--input", at("b"), "--run-id", "r");
    assertThat(in.err(), in.exit(), is(0));
    assertThat(Files.readAllBytes(others.resolve("modèle.pth")), is(new byte[] {9}));
    try (Stream<Path> models = Files.list(others)) {
      assertThat(
          models.map(p -> p.getFileName().toString()).toList(),
          hasItem("modèle-039058c6f2c0cb49.pth"));
    }
    Files.delete(others.resolve("modèle-039058c6f2c0cb49.pth"));
    assertThat(on("other", "import", "--input", at("b"), "--run-id", "r").exit(), is(0));
    assertThat(Files.exists(others.resolve("modèle-039058c6f2c0cb49.pth")), is(true));
  }

  private void done(String... words) {
    done(on("store", words));
  }

  private static void done(Session session) {
    assertThat(session.err(), session.exit(), is(0));
  }

  private Session on(String store, String... words) {
    return on(folder.resolve(store), words);
  }

  private static Session on(Path store, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--store", store.toString()));
    return Session.of(all.toArray(String[]::new));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private JsonNode index(String name) throws IOException {
    return JSON.readTree(folder.resolve(name).resolve("bundle.json").toFile());
  }

  /** All files as text, whatever they are. */
  private static Map<String, String> contents(Path bundle) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(bundle)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            bundle.relativize(file).toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  /** Records, vectors, contracts and models: what must not change on the way. */
  private static Map<String, String> dataOf(Map<String, String> files) {
    Map<String, String> data = new TreeMap<>(files);
    data.keySet().removeIf(path -> !path.contains("/") || path.startsWith("history/"));
    return data;
  }
}
