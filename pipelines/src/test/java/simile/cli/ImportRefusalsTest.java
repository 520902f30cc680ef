package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not what it seems, or not whole, is refused before a run starts. */
class ImportRefusalsTest {
  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Path lines = folder.resolve("records.jsonl");
    Files.writeString(lines, line("a") + line("b") + line("c"));
    done("ingest", "--store", at("first"), "--input", lines.toString());
  }

  /** Whatever was tried, there is no store yet. */
  @AfterEach
  void nothingWasImported() {
    assertThat(Files.exists(folder.resolve("second")), is(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"b.tar.gz", "b.tgz", "b.jsonl.gz", "b.gz"})
  void bundlesThatAreCompressed(String name) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      Files.copy(bundle(), out);
    }
    refused(at(name), name);
  }

  @Test
  void aBundleOnStandardInput() throws IOException {
    try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(bundle()))) {
      Session session =
          Session.with(
              console -> new ImportCommand(console, Clock.systemUTC(), in),
              "import",
              "--store",
              at("second"),
              "--input",
              "-");
      requireRefused(session, "it is a tar archive");
    }
  }

  @Test
  void whatIsCalledAnArchiveAndIsNone() throws IOException {
    Files.createFile(folder.resolve("empty.tar"));
    Files.copy(folder.resolve("records.jsonl"), folder.resolve("text.tar"));
    refused(at("empty.tar"), "by its name it is a bundle");
    refused(at("text.tar"), "by its name it is a bundle");
  }

  @Test
  void anExportWhoseContractIsAnother() throws IOException {
    Path export = export();
    Path contract = export.resolve("_contract.odcs.yaml");
    Files.writeString(
        contract, Files.readString(contract).replace("required: true", "required: false"));
    refused(export.toString(), "_contract.odcs.yaml: its SHA-256 is not the one in the manifest");
    Files.delete(contract);
    refused(export.toString(), "the manifest names it, and it is no file here");
  }

  @Test
  void anExportThatWasNotFinished() throws IOException {
    Path export = export();
    Files.delete(export.resolve("_manifest.json"));
    Files.createDirectories(export.resolve("_unfinished/export-1"));
    refused(export.toString(), "an export was not finished here");
    Files.delete(export.resolve("_unfinished/export-1"));
    Files.delete(export.resolve("_unfinished"));
    Files.move(
        export.resolve("part-00000-of-00001.jsonl"), export.resolve("part-00000-of-00002.jsonl"));
    refused(export.toString(), "it has 1 of the files part-…-of-00002.jsonl");
  }

  @Test
  void aColumnThatHasNoFormInJson() throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT 'p' id, 'x'::BLOB bl) TO '%s' (FORMAT parquet)".formatted(at("b.parquet")));
    }
    refused(at("b.parquet"), "column 'bl' is of type BYTE_ARRAY without a meaning");
  }

  private Path bundle() {
    Path tar = folder.resolve("bundle.tar");
    done("export", "--store", at("first"), "--format", "bundle", "--output", tar.toString());
    return tar;
  }

  private Path export() {
    Path export = folder.resolve("export");
    done("export", "--store", at("first"), "--format", "jsonl", "--output", export.toString());
    return export;
  }

  private void refused(String input, String why) {
    requireRefused(Session.of("import", "--store", at("second"), "--input", input), why);
  }

  private static void requireRefused(Session session, String why) {
    assertThat(session.err(), session.exit(), is(2));
    assertThat(session.err(), containsString(why));
    assertThat(session.err(), containsString("nothing was imported"));
  }

  private static void done(String... words) {
    Session session = Session.of(words);
    assertThat(session.err(), session.exit(), is(0));
  }

  private static String line(String id) {
    return ("{\"id\":\"%s\",\"source_domain\":\"s\",\"target_domain\":\"t\","
            + "\"quality_score\":0.5,\"created_at\":\"2026-01-01T00:00:00Z\"}\n")
        .formatted(id);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }
}
