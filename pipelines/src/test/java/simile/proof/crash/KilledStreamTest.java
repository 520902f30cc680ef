package simile.proof.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.cli.Main;
import simile.log.Commit;
import simile.log.InputFile;
import simile.log.Operation;
import simile.proof.Children;
import simile.store.Store;

/** Streams whose processes are killed, and which start again: each file is committed once. */
@Tag("full")
class KilledStreamTest {
  @TempDir Path temporary;

  private final List<String> names = new ArrayList<>();

  @Test
  void startedAgainWithNothingItTakesEachFileOnce() throws Exception {
    long seed = 4711;
    Random random = new Random(seed);
    for (int round = 0; round < 4; round++) {
      Files.createDirectories(folder());
      Process stream = start("direct");
      try (BufferedReader said = stream.inputReader(UTF_8)) {
        int windows = random.nextInt(3);
        arrive("first");
        await(said, "watches");
        for (int window = 0; window < windows; window++) {
          await(said, "version ");
          arrive("later");
          arrive("later");
        }
      } finally {
        stream.destroyForcibly().waitFor();
      }
    }
    drain();
    assertThat("seed " + seed, ingested(), is(names));
  }

  /** The checkpoint is older than what another stream committed meanwhile. */
  @Test
  void startedFromAnOldCheckpointItTakesEachFileOnce() throws Exception {
    Path checkpoints = Files.createDirectories(temporary.resolve("checkpoints"));
    String[] options = {
      "--checkpointingInterval=200",
      "--externalizedCheckpointsEnabled=true",
      "--retainExternalizedCheckpointsOnCancellation=true"
    };
    String keep = "state.checkpoints.dir: " + checkpoints.toUri() + "\n";
    Files.createDirectories(folder());
    Process first = start("flink", with(options, conf("first", keep)));
    try (BufferedReader said = first.inputReader(UTF_8)) {
      await(said, "watches");
      arrive("before");
      await(said, "version 1");
      arrive("before");
      await(said, "version 2");
    } finally {
      first.destroyForcibly().waitFor();
    }
    String from = "execution.savepoint.path: " + newest(checkpoints).toUri() + "\n";
    arrive("meanwhile");
    drain();
    arrive("after");

    Process restored = start("flink", with(options, conf("restored", keep + from)));
    try (BufferedReader said = restored.inputReader(UTF_8)) {
      await(said, "version 4");
    } finally {
      restored.destroyForcibly().waitFor();
    }
    assertThat(ingested(), is(names));
  }

  private static String[] with(String[] options, String conf) {
    return Stream.concat(Stream.of(options), Stream.of(conf)).toArray(String[]::new);
  }

  /** The configuration of embedded Flink, and more. */
  private String conf(String name, String more) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("conf-" + name));
    Path own =
        Path.of(System.getProperty("simile.root"), "runner-configs/flink-local/conf/config.yaml");
    Files.writeString(folder.resolve("config.yaml"), Files.readString(own) + more);
    return "--flinkConfDir=" + folder;
  }

  private static Path newest(Path checkpoints) throws IOException {
    try (Stream<Path> below = Files.walk(checkpoints)) {
      return below
          .filter(file -> file.endsWith("_metadata"))
          .map(Path::getParent)
          .max(Comparator.comparing(folder -> Integer.parseInt(number(folder))))
          .orElseThrow();
    }
  }

  private static String number(Path checkpoint) {
    return checkpoint.getFileName().toString().replace("chk-", "");
  }

  private Process start(String runner, String... beam) throws IOException {
    List<String> words = words(runner, "0.2");
    words.add("--");
    words.addAll(List.of(beam));
    return Children.start(Main.class, List.of("-Xmx700m"), words.toArray(String[]::new));
  }

  /** Takes what is there. */
  private void drain() throws Exception {
    List<String> words = words("direct", "0.2");
    words.add("--until-idle");
    Children.Ended ended =
        Children.run(Main.class, List.of("-Xmx700m"), words.toArray(String[]::new));
    assertThat(ended.printed(), ended.exit(), is(0));
  }

  private List<String> words(String runner, String seconds) {
    return new ArrayList<>(
        List.of(
            "ingest",
            "--store=" + temporary.resolve("store"),
            "--watch=" + folder(),
            "--every=PT" + seconds + "S",
            "--runner=" + runner,
            "--no-sqlite"));
  }

  private Path folder() {
    return temporary.resolve("in");
  }

  private void arrive(String about) throws IOException {
    String name = "%02d-%s.jsonl".formatted(names.size(), about);
    names.add(name);
    String line =
        "{\"id\":\"%s\",\"source_domain\":\"a\",\"target_domain\":\"b\",\"quality_score\":0.5,\"concept_mappings\":{\"x\":\"y\"}}\n"
            .formatted(name);
    Path unfinished = Files.write(folder().resolve(name + ".tmp"), line.getBytes(UTF_8));
    Files.move(unfinished, folder().resolve(name));
  }

  /** Reads what a stream says until it says this. */
  private static void await(BufferedReader said, String word) throws IOException {
    List<String> before = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      before.add(line);
      if (line.startsWith("simile: ") && line.contains(word)) {
        return;
      }
    }
    throw new IOException("it ended before it said '" + word + "': " + before);
  }

  /** The names of the files that entries brought in, sorted. */
  private List<String> ingested() throws IOException {
    Store store = Store.open(temporary.resolve("store").toString());
    List<Commit> entries = new ArrayList<>();
    for (long version = 1; version <= store.log().latestVersion(); version++) {
      entries.add(store.log().read(version));
    }
    return entries.stream()
        .filter(entry -> entry.operation() == Operation.INGEST)
        .flatMap(entry -> entry.inputs().stream())
        .map(InputFile::uri)
        .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
        .sorted()
        .toList();
  }
}
