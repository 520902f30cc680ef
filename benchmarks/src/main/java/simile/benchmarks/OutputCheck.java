package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Checks that a contestant wrote every id, in one of its forms. */
enum OutputCheck {
  JSONL(".jsonl") {
    @Override
    void addIds(Path file, BitSet ids) throws IOException {
      IdScan.jsonl(file, ids);
    }
  },
  SQLITE(".sqlite") {
    @Override
    void addIds(Path file, BitSet ids) throws IOException {
      IdScan.sqlite(file, ids);
    }
  };

  private final String suffix;

  OutputCheck(String suffix) {
    this.suffix = suffix;
  }

  abstract void addIds(Path file, BitSet ids) throws IOException;

  /** The number of different ids under {@code output}, without audit and workflow files. */
  long distinctIds(Path output) throws IOException {
    BitSet ids = new BitSet();
    for (Path file : files(output)) {
      addIds(file, ids);
    }
    return ids.cardinality();
  }

  private List<Path> files(Path output) throws IOException {
    Path contexts = output.resolve("contexts");
    try (Stream<Path> all = Files.walk(Files.isDirectory(contexts) ? contexts : output)) {
      return all.filter(file -> file.getFileName().toString().endsWith(suffix)).toList();
    }
  }
}
