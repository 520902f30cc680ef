package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.proof.Folders;
import simile.proof.Lines;

class ExportCommandTest {
  private static final int RECORDS = 30;

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void ingest() throws IOException {
    store = folder.resolve("store");
    Path input = Files.write(folder.resolve("in.jsonl"), Lines.analogies(RECORDS));
    assertThat(run("ingest", "--input", input.toString(), "-q").exit(), is(0));
  }

  @Test
  void saysWhatItDidToPeopleAndPrograms() throws IOException {
    Session people = run("export", "--format", "csv", "--output", out("a.csv.gz"));
    assertThat(people.err(), people.exit(), is(0));
    assertThat(people.out(), containsString("to       " + out("a.csv.gz")));
    assertThat(people.out(), containsString("written  30 records, 1 file as csv, gzip, "));
    assertThat(
        people.err(), startsWith("simile: running on direct, the faster embedded runner; about "));
    Session program =
        run(
            "export",
            "--format",
            "jsonl",
            "--output",
            out("parts"),
            "--partition-by",
            "source_domain",
            "--min-quality",
            "0.1",
            "--run-id",
            "mine",
            "-q",
            "--report",
            "json");
    JsonNode report = json(program);
    assertThat(report.path("run_id").asText(), is("mine"));
    assertThat(report.path("version").asLong(), is(1L));
    assertThat(report.path("records").asInt(), is(20));
    assertThat(report.path("files").asInt(), is(Folders.list(folder.resolve("parts")).size() - 2));
    assertThat(program.err(), is(""));
    JsonNode shown = json(run("workflows", "show", "mine", "--format", "json"));
    assertThat(shown.path("type").asText(), is("export"));
    assertThat(shown.path("status").asText(), is("COMPLETED"));
    Session listed = run("workflows", "list", "--type", "export");
    assertThat(listed.out(), containsString("mine"));
  }

  @Test
  void anOlderVersionIsExportedAsItWas() throws IOException {
    assertThat(run("delete", "--id", "a1").exit(), is(0));
    assertThat(lines("now.jsonl"), is(RECORDS - 1));
    assertThat(lines("then.jsonl", "--as-of", "1"), is(RECORDS));
  }

  private int lines(String name, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("export", "--format", "jsonl", "-q"));
    words.addAll(List.of("--output", out(name)));
    words.addAll(List.of(options));
    Session session = run(words.toArray(String[]::new));
    assertThat(session.err(), session.exit(), is(0));
    return Files.readAllLines(folder.resolve(name)).size();
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTwo() {
    refused("--output x.csv ends as csv does", "jsonl", "x.csv");
    refused("--partition-by makes folders", "npz", "x", "--partition-by", "source_domain");
    refused("is one file, so give a folder", "csv", "x.csv", "--partition-by", "source_domain");
    refused("has no text field of that name", "csv", "x", "--partition-by", "quality_score");
    refused("--shards makes several files", "csv", "x.csv", "--shards", "2");
    refused("--shards is below 1", "csv", "x", "--shards", "0");
    refused("--compression does not go with sqlite", "sqlite", "x", "--compression", "zstd");
    refused("contradicts the name 'x.csv'", "csv", "x.csv", "--compression", "gzip");
    refused("--no-embeddings goes with jsonl and parquet", "csv", "x", "--no-embeddings");
    refused("has no vectors as of version 1", "npz", "x");
    refused("'xml' is no format", "xml", "x");
    refused("version 9", "csv", "x", "--as-of", "9");
    refused("has no collection 'none'", "csv", "x", "--collection", "none");
  }

  private void refused(String why, String format, String output, String... options) {
    List<String> words = new ArrayList<>(List.of("export", "--format", format, "--output", output));
    words.addAll(List.of(options));
    Session session = run(words.toArray(String[]::new));
    assertThat(session.err(), session.exit(), is(2));
    assertThat(session.err(), containsString(why));
  }

  @Test
  void whatIsThereIsNotReplacedUnasked() throws IOException {
    String[] words = {"export", "--format", "csv", "-q", "--output", out("there")};
    assertThat(run(words).exit(), is(0));
    Session again = run(words);
    assertThat(again.exit(), is(5));
    assertThat(again.err(), containsString("replace it with --overwrite"));
    assertThat(
        run("export", "--format", "jsonl", "-q", "--output", out("there"), "--overwrite").exit(),
        is(0));
    Files.writeString(folder.resolve("there/notes.txt"), "mine");
    Session foreign =
        run("export", "--format", "csv", "-q", "--output", out("there"), "--overwrite");
    assertThat(foreign.exit(), is(5));
    assertThat(foreign.err(), containsString("holds 'notes.txt', which no export made"));
    assertThat(Files.readString(folder.resolve("there/notes.txt")), is("mine"));
    Files.writeString(folder.resolve("file"), "mine");
    Session aFile = run("export", "--format", "csv", "-q", "--output", out("file"));
    assertThat(aFile.err(), aFile.exit(), is(2));
    Files.createDirectory(folder.resolve("folder.csv"));
    Session aFolder =
        run("export", "--format", "csv", "-q", "--output", out("folder.csv"), "--overwrite");
    assertThat(aFolder.err(), aFolder.exit(), is(2));
  }

  @Test
  void whatLiesWhereExportsAreMadeStays() throws IOException {
    for (String name : List.of("mydata.txt", "mine/claim.json", "mine/publication.json")) {
      requireStays("ow/_unfinished/" + name, "ow");
      requireStays(".x.csv.unfinished/" + name, "x.csv");
    }
    assertThat(run("export", "--format", "csv", "-q", "--output", out("ow")).exit(), is(0));
    requireStays("ow/_unfinished/mine/part-of-mine.txt", "ow", "--overwrite");
  }

  private void requireStays(String name, String output, String... options) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "mine");
    List<String> words = new ArrayList<>(List.of("export", "--format", "csv", "-q"));
    words.addAll(List.of("--output", out(output)));
    words.addAll(List.of(options));
    Session refused = run(words.toArray(String[]::new));
    assertThat(refused.err(), refused.exit(), is(5));
    assertThat(refused.err(), containsString(file.getFileName() + "', which no export made"));
    assertThat(Files.readString(file), is("mine"));
    Files.delete(file);
  }

  @Test
  void whatAKilledExportLeftGoesItsEmptyFoldersToo() throws IOException {
    Path dead = Files.createDirectories(folder.resolve("killed/_unfinished/dead"));
    Files.writeString(dead.resolve("claim.json"), "{\"store\":\"" + store + "\"}");
    Files.writeString(
        dead.resolve("publication.json"),
        "{\"names\":[\"id=a/part-00000-of-00002.csv\",\"id=b/part-00001-of-00002.csv\"]}");
    Files.createDirectory(folder.resolve("killed/id=a"));
    Files.writeString(
        Files.createDirectory(folder.resolve("killed/id=b")).resolve("part-00001-of-00002.csv"),
        "id");
    Files.writeString(folder.resolve("killed/.tmp-dead"), "{");
    assertThat(run("export", "--format", "csv", "-q", "--output", out("killed")).exit(), is(0));
    try (Stream<Path> all = Files.list(folder.resolve("killed"))) {
      assertThat(
          all.map(path -> path.getFileName().toString()).sorted().toList(),
          contains("_contract.odcs.yaml", "_manifest.json", "part-00000-of-00001.csv"));
    }
  }

  @Test
  void aFolderThatWasMadeForAnExportThatFailedGoes() throws IOException {
    for (String file : Folders.list(store)) {
      if (file.endsWith(".jsonl") && file.startsWith("contexts")) {
        Files.delete(store.resolve(file));
      }
    }
    Files.createDirectory(folder.resolve("before"));
    for (String name : List.of("new", "new/x.csv", "before")) {
      Session failed = run("export", "--format", "csv", "-q", "--output", out(name));
      assertThat(failed.err(), failed.exit(), is(6));
    }
    assertThat(Files.exists(folder.resolve("new")), is(false));
    assertThat(Files.isDirectory(folder.resolve("before")), is(true));
    assertThat(Folders.list(folder.resolve("before")), empty());
  }

  @Test
  void aLinkToAFolderIsThatFolder() throws IOException {
    Path place = Files.createDirectory(folder.resolve("place"));
    Files.createSymbolicLink(folder.resolve("link"), place);
    String[] words = {"export", "--format", "csv", "-q", "--output", out("link")};
    Session made = run(words);
    assertThat(made.err(), made.exit(), is(0));
    assertThat(Folders.list(place), hasItem("_manifest.json"));
    assertThat(Files.isSymbolicLink(folder.resolve("link")), is(true));
    Session again = run(words);
    assertThat(again.err(), again.exit(), is(5));
    assertThat(again.err(), containsString("link holds the export of run"));
    assertThat(
        run("export", "--format", "csv", "-q", "--output", out("place"), "--overwrite").exit(),
        is(0));
  }

  @Test
  void aFieldOfTheNameThatTablesKeepIsRefusedByTables() throws IOException {
    Path root = Path.of(System.getProperty("simile.root"));
    Folders.copy(root.resolve("testdata/stores/extra-field/store"), folder.resolve("extra"));
    String[] read = {
      "query", "--store", out("extra"), "--collection", "things", "--format", "jsonl"
    };
    Session query = Session.of(read);
    assertThat(query.err(), query.exit(), is(0));
    assertThat(query.out(), containsString("\"_extra\":\"mine\""));
    for (String format : List.of("parquet", "sqlite", "bundle")) {
      Session refused = exportOfThings(format);
      assertThat(refused.err(), refused.exit(), is(2));
      assertThat(refused.err(), containsString("field '_extra'"));
      assertThat(Files.exists(folder.resolve("things-" + format)), is(false));
    }
    Session listed = Session.of("workflows", "list", "--type", "export", "--store", out("extra"));
    assertThat(listed.out() + listed.err(), not(containsString("FAILED")));
    for (String format : List.of("jsonl", "csv")) {
      Session done = exportOfThings(format);
      assertThat(done.err(), done.exit(), is(0));
    }
  }

  private Session exportOfThings(String format) {
    List<String> words = new ArrayList<>(List.of("export", "--store", out("extra"), "-q"));
    words.addAll(List.of("--format", format, "--output", out("things-" + format)));
    if (!format.equals("bundle")) {
      words.addAll(List.of("--collection", "things"));
    }
    return Session.of(words.toArray(String[]::new));
  }

  @Test
  void theShortFormOfAFileUriIsTheSamePlace() {
    Session made = run("export", "--format", "csv", "-q", "--output", "file:" + out("short.csv"));
    assertThat(made.err(), made.exit(), is(0));
    assertThat(Files.exists(folder.resolve("short.csv")), is(true));
  }

  @Test
  void aPlaceThatCannotBeIsRefusedBeforeAnythingIsDone() throws IOException {
    Files.writeString(folder.resolve("plain"), "a file");
    Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("missing"));
    for (String name : List.of("plain/below", "plain/below.csv", "nowhere", "nowhere/below.csv")) {
      Session below = run("export", "--format", "csv", "-q", "--output", out(name));
      assertThat(below.err(), below.exit(), is(2));
      assertThat(below.err(), containsString("expected a folder"));
    }
    Session unknown = run("export", "--format", "csv", "-q", "--output", "nowhere://x/y");
    assertThat(unknown.err(), unknown.exit(), is(2));
    assertThat(unknown.err(), containsString("nowhere"));
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private static JsonNode json(Session session) throws IOException {
    assertThat(session.err(), session.exit(), is(0));
    return new ObjectMapper().readTree(session.out());
  }

  private Session run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--store", store.toString()));
    return Session.of(all.toArray(String[]::new));
  }
}
