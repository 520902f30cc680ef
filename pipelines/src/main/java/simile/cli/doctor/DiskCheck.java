package simile.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.report.Figures;

/** Free space where shards are built and results are kept. */
final class DiskCheck implements Check {
  private static final long LITTLE = 2L << 30;
  private static final long NONE = 100L << 20;

  private final String name;
  private final Path folder;

  DiskCheck(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Finding look() throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    String found = Figures.bytes(free) + " free at " + folder;
    String next = "free some space, or use another disk";
    if (free < NONE) {
      return Finding.fail(name, found, next);
    }
    return free < LITTLE ? Finding.warn(name, found, next) : Finding.ok(name, found);
  }
}
