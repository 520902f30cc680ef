package simile.connectors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import simile.files.LocalBuild;

/** A file that is built in a temporary folder and then copied to one of Beam's file systems. */
final class CopiedBuild implements LocalBuild {
  private final ResourceId file;
  private final Path folder;

  CopiedBuild(ResourceId file) throws IOException {
    this.file = file;
    this.folder = Files.createTempDirectory("simile-build-");
  }

  @Override
  public Path path() {
    return folder.resolve("build");
  }

  @Override
  public void publish() throws IOException {
    try (OutputStream out =
        Channels.newOutputStream(FileSystems.create(file, "application/octet-stream"))) {
      Files.copy(path(), out);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      for (Path path : left.toList()) {
        Files.delete(path);
      }
    }
    Files.delete(folder);
  }
}
