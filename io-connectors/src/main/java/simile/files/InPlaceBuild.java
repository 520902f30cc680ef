package simile.files;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A local file that is built under its final name, which no commit names yet. */
final class InPlaceBuild implements LocalBuild {
  // What SQLite leaves beside a database that was not closed.
  private static final List<String> LEFTOVERS = List.of("", "-journal", "-wal", "-shm");

  private final Path path;
  private boolean published;

  InPlaceBuild(Path path) {
    this.path = path;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public void publish() throws IOException {
    try (FileChannel channel = FileChannel.open(path, WRITE)) {
      channel.force(true);
    }
    published = true;
  }

  @Override
  public void close() throws IOException {
    if (!published) {
      for (String leftover : LEFTOVERS) {
        Files.deleteIfExists(path.resolveSibling(path.getFileName() + leftover));
      }
    }
  }
}
