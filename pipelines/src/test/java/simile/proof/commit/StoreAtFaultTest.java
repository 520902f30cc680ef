package simile.proof.commit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.contract.ContractParser;
import simile.files.LocalFiles;
import simile.files.Sha256;
import simile.ingest.IncompatibleContractException;
import simile.log.CommitConflictException;
import simile.log.CorruptLogException;
import simile.log.NewerFormatException;
import simile.proof.Jobs;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;

/** Stores that this version must not write to are refused, and stay as they are. */
class StoreAtFaultTest {
  private static final MemoryInputs FIRST = MemoryInputs.of("first.jsonl", Lines.analogies(3));
  private static final MemoryInputs SECOND =
      MemoryInputs.of("second.jsonl", (Lines.analogy("late", 0.5) + "\n").getBytes(UTF_8));

  @TempDir Path folder;
  private Path store;
  private Path input;

  @BeforeEach
  void withAVersion() throws IOException {
    store = folder.resolve("store");
    input = Files.write(folder.resolve("input.jsonl"), Lines.analogies(5));
    PlainIngest.into(new LocalFiles(store), "run-1").run(FIRST, FIRST.list());
  }

  @Test
  void storeOfANewerFormatIsRefusedAndStaysAsItIs() throws IOException {
    Path entry = store.resolve("_log/00000000000000000001.json");
    reseal(
        entry,
        Files.readString(entry).replace("\"simile\",\"version\":1", "\"simile\",\"version\":9"));
    Map<String, String> before = contents();
    NewerFormatException refused =
        assertThrows(
            NewerFormatException.class,
            () -> Jobs.direct(Jobs.args(store, "run-2", input.toString())));
    assertThat(refused.getMessage(), allOf(containsString("version 9"), containsString("Upgrade")));
    assertThrows(NewerFormatException.class, () -> Stored.analogies(store));
    assertThat(contents(), equalTo(before));
  }

  @Test
  void damagedLogIsRefusedAndStaysAsItIs() throws IOException {
    Path entry = store.resolve("_log/00000000000000000001.json");
    byte[] bytes = Files.readAllBytes(entry);
    Files.write(entry, Arrays.copyOf(bytes, bytes.length / 2));
    Map<String, String> before = contents();
    assertThrows(
        CorruptLogException.class, () -> Jobs.direct(Jobs.args(store, "run-2", input.toString())));
    assertThat(contents(), equalTo(before));
  }

  @Test
  void contractThatDropsAFieldIsRefused() throws Exception {
    requireRefused(
        contract("name: workflow_id", "name: workflow_name"),
        "'workflow_id' is stored, but the contract lacks it");
  }

  @Test
  void embeddingsOfAnotherDimensionAreRefused() throws IOException {
    PlainIngest.into(new LocalFiles(store), "run-2").withDimension(3).run(SECOND, SECOND.list());
    CommitConflictException refused =
        assertThrows(
            CommitConflictException.class,
            () ->
                PlainIngest.into(new LocalFiles(store), "run-3")
                    .withDimension(4)
                    .run(SECOND, SECOND.list()));
    assertThat(refused.getMessage(), containsString("have dimension 3; it brings 4"));
    assertThat(Stored.history(store).size(), is(2));
  }

  @Test
  void contractThatOnlyTightensARangeIsTaken() throws Exception {
    Contract stricter = contract("version: 1.0.0", "version: 1.0.1");
    assertThat(
        PlainIngest.into(new LocalFiles(store), "run-2")
            .withContract(stricter)
            .run(SECOND, SECOND.list())
            .committed(),
        is(true));
    assertThat(Stored.analogies(store).size(), is(4));
  }

  private void requireRefused(Contract contract, String reason) throws IOException {
    IncompatibleContractException refused =
        assertThrows(
            IncompatibleContractException.class,
            () ->
                PlainIngest.into(new LocalFiles(store), "run-2")
                    .withContract(contract)
                    .run(SECOND, SECOND.list()));
    assertThat(
        refused.getMessage(),
        allOf(containsString(reason), containsString("Nothing was committed")));
    assertThat(Stored.history(store).size(), is(1));
    assertThat(Stored.analogies(store).size(), is(3));
  }

  private static Contract contract(String from, String to) throws Exception {
    String yaml = new String(BuiltInContracts.find("analogies").orElseThrow().source(), UTF_8);
    assertThat(yaml, containsString(from));
    return ContractParser.parse("changed.yaml", yaml.replace(from, to).getBytes(UTF_8));
  }

  /** Every file of the store, with its hash. */
  private Map<String, String> contents() throws IOException {
    try (Stream<Path> walk = Files.walk(store)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      return files.stream().collect(Collectors.toMap(Path::toString, StoreAtFaultTest::hash));
    }
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void reseal(Path entry, String text) throws IOException {
    String body = text.substring(0, text.lastIndexOf(",\"checksum\""));
    Files.writeString(
        entry, body + ",\"checksum\":\"sha256:" + Sha256.of(body.getBytes(UTF_8)) + "\"}\n");
  }
}
