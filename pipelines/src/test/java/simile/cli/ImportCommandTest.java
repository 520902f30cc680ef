package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.Sha256;
import simile.proof.Lines;
import simile.proof.Stored;

class ImportCommandTest {
  @TempDir Path folder;

  private ImportScene scene;

  @BeforeEach
  void begin() {
    scene = new ImportScene(folder);
  }

  @Test
  void mergeKeepsTheNewer() throws IOException {
    scene.run(
        "--input",
        scene.write("one.jsonl", ImportScene.at("old", 5), ImportScene.at("new", 1)).toString());
    Path input = scene.write("two.jsonl", ImportScene.at("old", 4), ImportScene.at("new", 2));
    Session session = scene.run("--input", input.toString(), "--merge-strategy", "merge");
    assertThat(session.out(), containsString("kept      1 record that the store has"));
    assertThat(Stored.analogies(scene.store()).get("old"), is(ImportScene.at("old", 5)));
    assertThat(Stored.analogies(scene.store()).get("new"), is(ImportScene.at("new", 2)));
  }

  @Test
  void aRefusedFileIsUsageAndMakesNoStore() throws IOException {
    Path input = Files.writeString(folder.resolve("rows.csv"), "id\n");
    Session session = scene.run("--input", input.toString());
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString("rows.csv"));
    assertThat(session.err(), containsString("nothing was imported"));
    assertThat(Files.exists(scene.store()), is(false));
  }

  @Test
  void damageDeepInAFileIsTheFilesWhateverItsFormatAndCommitsNothing() throws IOException {
    byte[] lines =
        String.join("\n", Collections.nCopies(90_000, Lines.analogy("a", 0.5))).getBytes(UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(lines);
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 9);
    Path gzip = Files.write(folder.resolve("in.jsonl.gz"), cut);
    scene.run("--input", scene.write("one.jsonl", ImportScene.at("one", 1)).toString());
    Path parquet = folder.resolve("out.parquet");
    Session made =
        Session.of(
            "export",
            "-q",
            "--store",
            scene.store() + "",
            "--format",
            "parquet",
            "--output",
            parquet + "");
    assertThat(made.err(), made.exit(), is(0));
    byte[] pages = Files.readAllBytes(parquet);
    Arrays.fill(pages, 4, 60, (byte) 0xFF);
    Files.write(parquet, pages);
    for (Path damaged : List.of(gzip, parquet)) {
      for (String command : List.of("import", "ingest")) {
        if (command.equals("import") || damaged.equals(gzip)) {
          Session session =
              Session.of(
                  command,
                  "-q",
                  "--store",
                  scene.store() + "",
                  "--input",
                  damaged + "",
                  "--runner",
                  "direct");
          assertThat(session.err(), session.exit(), is(2));
          assertThat(session.err(), containsString("it is cut short or damaged"));
          assertThat(session.err(), containsString(damaged.getFileName().toString()));
        }
      }
    }
    assertThat(Stored.analogies(scene.store()).size(), is(1));
  }

  @Test
  void historyAndWorkflowsShowAnImport() throws IOException {
    Path input = scene.write("in.jsonl", Lines.analogy("a", 0.5));
    scene.run("--input", input.toString(), "--run-id", "mine");
    JsonNode row =
        ImportScene.tree(
            Session.of("history", "--store", scene.store().toString(), "--format", "jsonl").out());
    assertThat(row.path("operation").asText(), is("import"));
    assertThat(row.at("/details/import").asText(), is("JSONL"));
    Session workflows =
        Session.of("workflows", "list", "--store", scene.store().toString(), "--type", "import");
    assertThat(workflows.out(), containsString("mine"));
  }

  @Test
  void theSameRunAgainIsTheSameVersion() throws IOException {
    Path input = scene.write("in.jsonl", Lines.analogy("a", 0.5));
    String[] asked = {"--input", input.toString(), "--run-id", "mine"};
    String first = scene.run(asked).out();
    assertThat(scene.run(asked).out(), is(first));
    assertThat(Stored.history(scene.store()).size(), is(1));
    String[] other = {"--input", input.toString(), "--run-id", "mine", "--no-sqlite"};
    assertThat(scene.run(other).exit(), is(2));
  }

  @Test
  void theRecordedCommandLineDoesTheSame() throws IOException {
    Path input = scene.write("in.jsonl", Lines.analogy("a", 0.5));
    scene.run(
        "--input",
        input.toString(),
        "--run-id",
        "mine",
        "--merge-strategy",
        "merge",
        "--max-violations",
        "3");
    JsonNode shown =
        ImportScene.tree(
            Session.of(
                    "workflows",
                    "show",
                    "mine",
                    "--store",
                    scene.store().toString(),
                    "--format",
                    "jsonl")
                .out());
    assertThat(shown.toString(), containsString("--merge-strategy=merge"));
    assertThat(
        Session.of("workflows", "retry", "mine", "--store", scene.store().toString()).exit(),
        is(0));
  }

  @Test
  void anExportsFolderIsComparedWithItsManifest() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Path part = scene.write("export/part-00000-of-00001.jsonl", Lines.analogy("a", 0.5));
    manifest(export, part, Sha256.of(part));
    assertThat(scene.run("--input", export.toString()).exit(), is(0));
    assertThat(Stored.analogies(scene.store()).size(), is(1));
    manifest(export, part, "0".repeat(64));
    Session changed = scene.run("--input", export.toString());
    assertThat(changed.exit(), is(2));
    assertThat(changed.err(), containsString("its SHA-256 is not the one in the manifest"));
  }

  @Test
  void anExportsFolderNamesNoFileOutsideAndNoLink() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Path secret = scene.write("secret.jsonl", Lines.analogy("a", 0.5));
    Files.writeString(
        export.resolve("_manifest.json"),
        "{\"collection\":\"analogies\",\"files\":[{\"path\":\"../secret.jsonl\",\"bytes\":1,\"sha256\":\"\"}]}");
    assertThat(
        scene.run("--input", export.toString()).err(), containsString("leads out of the folder"));
    Path link = Files.createSymbolicLink(export.resolve("part.jsonl"), secret);
    manifest(export, link, Sha256.of(secret));
    assertThat(scene.run("--input", export.toString()).err(), containsString("symbolic link"));
    assertThat(Files.exists(scene.store()), is(false));
  }

  @Test
  void theExportsCollectionCounts() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Path part = scene.write("export/part.jsonl", "{\"id\":\"c\",\"name\":\"x\"}");
    manifest(export, part, Sha256.of(part), "concepts");
    Session session = scene.run("--input", export.toString());
    assertThat(session.out(), containsString("default/concepts"));
    Session other = scene.run("--input", export.toString(), "--collection", "frames");
    assertThat(other.err(), containsString("the input holds 'concepts', not 'frames'"));
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    Session session = scene.run("--input", folder.resolve("none").toString());
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString("no input at"));
    assertThat(session.err(), not(containsString("Exception")));
  }

  private static void manifest(Path export, Path file, String sha256) throws IOException {
    manifest(export, file, sha256, "analogies");
  }

  private static void manifest(Path export, Path file, String sha256, String collection)
      throws IOException {
    Files.writeString(
        export.resolve("_manifest.json"),
        "{\"format\":\"jsonl\",\"collection\":\"%s\",\"files\":[{\"path\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}]}"
            .formatted(collection, file.getFileName(), Files.size(file), sha256));
  }
}
