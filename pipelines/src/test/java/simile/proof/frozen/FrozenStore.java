package simile.proof.frozen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.files.LocalFiles;
import simile.proof.LocalInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.AsOf;

/**
 * Writes {@code testdata/stores/v1} from its {@code input}. Run once for each version of the
 * format; what it wrote is never written again, since later versions of Simile must read it.
 */
final class FrozenStore {
  static final Path V1 = Path.of(System.getProperty("simile.root"), "testdata", "stores", "v1");
  static final int VERSIONS = 2;

  private FrozenStore() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    LocalFiles files = new LocalFiles(V1.resolve("store"));
    LocalInputs inputs = new LocalInputs(V1.resolve("input"));
    PlainIngest.into(files, "frozen-1").withDimension(3).run(inputs, "first.jsonl");
    PlainIngest.into(files, "frozen-2").withDimension(3).run(inputs, "second.jsonl");
    Files.createDirectories(V1.resolve("expected"));
    for (int version = 1; version <= VERSIONS; version++) {
      Files.writeString(expected(version), records(V1.resolve("store"), version), UTF_8);
    }
  }

  static Path expected(int version) {
    return V1.resolve("expected").resolve("version-" + version + ".jsonl");
  }

  /** The records of a version, by id, with their vectors. */
  static String records(Path store, int version) throws IOException {
    return String.join("\n", Stored.analogies(store, new AsOf.Version(version), true).values())
        + "\n";
  }
}
