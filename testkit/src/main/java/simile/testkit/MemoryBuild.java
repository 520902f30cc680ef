package simile.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import simile.files.LocalBuild;

/** A file that is built in a temporary folder, which is deleted when the build is closed. */
final class MemoryBuild implements LocalBuild {
  private final MemoryFiles files;
  private final String path;
  private final Path folder;

  MemoryBuild(MemoryFiles files, String path) throws IOException {
    this.files = files;
    this.path = path;
    this.folder = Files.createTempDirectory("simile-memory-");
  }

  @Override
  public Path path() {
    return folder.resolve(path.substring(path.lastIndexOf('/') + 1));
  }

  @Override
  public void publish() throws IOException {
    files.publish(path, Files.readAllBytes(path()));
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder)) {
      List<Path> left;
      try (Stream<Path> all = Files.list(folder)) {
        left = all.toList();
      }
      for (Path file : left) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }
}
