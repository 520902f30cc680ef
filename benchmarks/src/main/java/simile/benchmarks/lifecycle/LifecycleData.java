package simile.benchmarks.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import simile.benchmarks.files.Folders;
import simile.benchmarks.generate.Generator;
import simile.benchmarks.generate.LifecycleInput;

/**
 * What is read: the inputs of the commits, the store that they were ingested into one by one, and a
 * file of the records that are alive at the end.
 *
 * @param commits the inputs, in order
 * @param store the store's folder
 * @param live the live records and nothing else
 */
record LifecycleData(List<Path> commits, Path store, Path live) {
  static final int COMMITS = 20;

  /** Makes them below a folder, unless they are there. */
  static LifecycleData in(Path work, long records, Launcher simile, PlainJava plain)
      throws Exception {
    Path folder = work.resolve("lifecycle-" + records);
    if (!Files.isDirectory(folder)) {
      Path making = work.resolve("lifecycle.making");
      Folders.delete(making);
      Files.createDirectories(making);
      say(records + ": making the input of " + COMMITS + " commits");
      List<Path> commits = new LifecycleInput(Generator.SEED, records, COMMITS).writeTo(making);
      for (Path commit : commits) {
        say("ingesting " + commit.getFileName());
        simile.ingest(making.resolve("store"), List.of(commit));
      }
      plain.writeLive(commits, making.resolve("live.jsonl"));
      Files.move(making, folder);
    }
    List<Path> commits = list(folder, "commit-");
    LifecycleData data =
        new LifecycleData(commits, folder.resolve("store"), folder.resolve("live.jsonl"));
    data.readIntoPageCache();
    return data;
  }

  /** The store's JSONL files. */
  List<Path> jsonl() throws IOException {
    try (Stream<Path> files = Files.walk(store.resolve("contexts"))) {
      return files
          .filter(f -> f.toString().endsWith(".jsonl") && !f.toString().contains("tombstones"))
          .sorted()
          .toList();
    }
  }

  /** The same, as a glob for DuckDB. */
  String tree() {
    return store.resolve("contexts/default/analogies/jsonl/source_domain=*/*.jsonl").toString();
  }

  private void readIntoPageCache() throws IOException {
    List<Path> all = new ArrayList<>(jsonl());
    all.addAll(commits);
    all.add(live);
    for (Path file : all) {
      Folders.readIntoPageCache(file);
    }
  }

  private static List<Path> list(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith(prefix)).sorted().toList();
    }
  }

  private static void say(String what) {
    System.err.println(what);
  }
}
