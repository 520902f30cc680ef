package simile.files.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StorePaths;

/** A file that is built in a temporary folder on local disk and then sent to where it belongs. */
public final class StagedBuild implements LocalBuild {
  private static final int PIECE_BYTES = 1 << 20;

  /** Opens a new file of the store. */
  @FunctionalInterface
  public interface Target {
    DurableOutput create(String path) throws IOException;
  }

  private final String path;
  private final Target target;
  private final Path folder;

  /**
   * @param path the file's path in the store
   * @param target makes it there
   */
  public StagedBuild(String path, Target target) throws IOException {
    this.path = path;
    this.target = target;
    this.folder = Files.createTempDirectory("simile-build-");
  }

  @Override
  public Path path() {
    return folder.resolve(path.substring(StorePaths.folderOf(path).length()).replace("/", ""));
  }

  @Override
  public void publish() throws IOException {
    DurableOutput out = target.create(path);
    try (InputStream in = Files.newInputStream(path())) {
      byte[] piece = new byte[PIECE_BYTES];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        out.write(piece, 0, n);
      }
      out.close();
    } finally {
      out.abandon();
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
