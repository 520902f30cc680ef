package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.contract.BuiltInContracts;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.servers.HdfsServer;
import simile.servers.S3Server;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Each command, on HDFS and on S3, does what it does on local disk. */
class RemoteStoresTest {
  private static final Path DATA = Path.of(System.getProperty("simile.root"), "testdata");

  @TempDir static Path disks;
  private static final Map<String, String> BEFORE = new TreeMap<>();
  private static HdfsServer hdfs;
  private static S3Server s3;
  @TempDir Path folder;

  @BeforeAll
  static void startServers() throws IOException {
    hdfs = HdfsServer.start(disks);
    s3 = S3Server.start();
    S3Server.properties(s3.endpoint())
        .forEach(
            (name, value) -> BEFORE.put(name, String.valueOf(System.setProperty(name, value))));
  }

  @AfterAll
  static void stopServers() throws IOException {
    BEFORE.keySet().forEach(System::clearProperty);
    s3.close();
    hdfs.close();
  }

  @Tag("full")
  @Test
  void aStoreOnHdfsIsTheSameAsALocalOne() throws IOException {
    assertThat(new Life(hdfs.location("life")).run(), equalTo(local()));
  }

  @Test
  void aStoreOnS3IsTheSameAsALocalOneAndKeepsNoSecret() throws IOException {
    assertThat(new Life(s3.location("life")).run(), equalTo(local()));
    StoreFiles files = StoreFilesOpener.fromClassPath().open(s3.location("life/store"));
    for (String place : List.of("_log", "workflows")) {
      for (String name : files.list(place)) {
        String text = new String(files.read(place + "/" + name), UTF_8);
        assertThat(text, not(containsString(S3Server.SECRET)));
        assertThat(text, not(containsString(S3Server.KEY_ID)));
      }
    }
  }

  private Map<String, String> local() throws IOException {
    return new Life(folder.resolve("life").toString()).run();
  }

  /** What can happen to a store, at a place that has everything else too. */
  private final class Life {
    private final String place;
    private final Map<String, String> told = new TreeMap<>();

    Life(String place) {
      this.place = place;
    }

    Map<String, String> run() throws IOException {
      bring(DATA.resolve("analogies/history.jsonl"), "in/history.jsonl");
      on(0, "ingest", "--input", DATA.resolve("analogies/science.jsonl").toString());
      on(0, "ingest", "--input", place + "/in");
      on(0, "ingest", "--input", place + "/in/his*.jsonl", "--merge", "latest");
      on(0, "ingest", "--input", place + "/in", "--merge", "skip-existing");
      on(5, "ingest", "--input", place + "/in", "--merge", "fail-on-existing");
      runsAgain();
      on(0, "delete", "--id", "sci-heart-pump", "--id", "sci-solar-system-atom");
      on(0, "undelete", "--id", "sci-solar-system-atom");
      on(0, "tag", "before", "--run-id", "tagged");
      on(0, "compact", "--full");
      on(4, "compact", "--dry-run");
      exportAndImport();
      on(0, "rollback", "--to", "before", "--reason", "test");
      on(0, "diff", "1", "before", "--summary");
      on(0, "tag", "--delete", "before", "--run-id", "untagged");
      on(0, "vacuum", "--older-than", "0s");
      on(0, "verify", "--full");
      on(4, "repair");
      on(4, "migrate");
      for (String word :
          List.of("history", "inspect", "stats", "contexts list", "workflows list")) {
        List<String> words = new ArrayList<>(List.of(word.split(" ")));
        words.addAll(List.of("--store", store()));
        plain(0, words.toArray(String[]::new));
      }
      backUp();
      watch();
      return told;
    }

    private void runsAgain() throws IOException {
      String yaml = new String(BuiltInContracts.find("analogies").orElseThrow().source(), UTF_8);
      String strict = yaml.replaceFirst("(name: quality_score(?s:.*?)maximum: )1(\\.0)?", "$10.5");
      List<String> words = new ArrayList<>(List.of("--input", place + "/in", "--run-id", "failed"));
      words.addAll(List.of("--contract", contract("strict", strict), "--max-violation-ratio", "0"));
      on(3, "ingest", words.toArray(String[]::new));
      plain(3, "workflows", "retry", "failed", "--store", store());
      plain(
          0,
          "workflows",
          "replay",
          "failed",
          "--store",
          store(),
          "--contract",
          contract("newer", yaml));
      tell("replayed", store());
      new Workflows(StoreFilesOpener.fromClassPath().open(store()))
          .announce(Workflow.pending("stuck", "export", "default", "analogies", Instant.now()));
      plain(0, "workflows", "cancel", "stuck", "--store", store());
      plain(3, "workflows", "watch", "failed", "--store", store());
    }

    private String contract(String name, String yaml) throws IOException {
      return Files.writeString(folder.resolve(name + ".odcs.yaml"), yaml).toString();
    }

    private void exportAndImport() {
      on(0, "export", "--format", "jsonl", "--output", place + "/out/plain");
      on(0, "export", "--format", "jsonl", "--output", place + "/out/plain", "--overwrite");
      on(0, "export", "--format", "npz", "--output", place + "/out/vectors.npz");
      on(0, "export", "--format", "sqlite", "--output", place + "/out/one.sqlite");
      on(0, "export", "--format", "parquet", "--output", place + "/out/one.parquet");
      on(0, "export", "--format", "bundle", "--output", place + "/out/bundle");
      on(0, "export", "--format", "bundle", "--output", place + "/out/bundle.tar");
      plain(0, "import", "--store", copy("plain"), "--input", place + "/out/plain");
      tell("plain", copy("plain"));
      plain(0, "import", "--store", copy("parquet"), "--input", place + "/out/one.parquet");
      tell("parquet", copy("parquet"));
      plain(0, "import", "--store", copy("sqlite"), "--input", place + "/out/one.sqlite");
      tell("sqlite", copy("sqlite"));
      for (String bundle : List.of("bundle", "bundle.tar")) {
        plain(0, "import", "--store", copy("of-" + bundle), "--input", place + "/out/" + bundle);
        tell(bundle, copy("of-" + bundle));
      }
      for (String strategy : List.of("merge", "skip-conflicts")) {
        on(0, "import", "--input", place + "/out/one.sqlite", "--merge-strategy", strategy);
      }
    }

    private void watch() {
      String place = this.place + "/in";
      String watched = copy("watched");
      plain(0, "ingest", "--store", watched, "--watch", place, "--every", "1s", "--until-idle");
      tell("watched", watched);
    }

    private void backUp() {
      on(0, "backup", "--to", place + "/backup");
      plain(0, "restore", "--from", place + "/backup", "--store", copy("restored"));
      plain(0, "verify", "--full", "--store", copy("restored"));
      tell("restored", copy("restored"));
    }

    private void bring(Path file, String name) throws IOException {
      StoreFiles files = StoreFilesOpener.fromClassPath().open(place);
      assertThat(files.putIfAbsent(name, Files.readAllBytes(file)), is(true));
    }

    private void on(int exit, String command, String... words) {
      List<String> all = new ArrayList<>(List.of(command, "--store", store()));
      all.addAll(List.of(words));
      plain(exit, all.toArray(String[]::new));
      tell("%02d %s".formatted(told.size(), command), store());
    }

    private static void plain(int exit, String... words) {
      Session said = Session.of(words);
      assertThat(String.join(" ", words) + "\n" + said.err(), said.exit(), is(exit));
      assertThat(said.out() + said.err(), not(containsString(S3Server.SECRET)));
    }

    // All live records with their vectors.
    private void tell(String after, String store) {
      Session records =
          Session.of(
              "query",
              "--store",
              store,
              "--format",
              "jsonl",
              "--with-embeddings",
              "--order-by",
              "id");
      assertThat(records.err(), records.exit(), is(0));
      told.put(after, records.out());
    }

    private String store() {
      return place + "/store";
    }

    private String copy(String name) {
      return place + "/" + name;
    }
  }
}
