package simile.bundle.open;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import simile.bundle.BundlePaths;

/** A new folder that only this user can enter, for what is unpacked; deleted when closed. */
final class Unpacked implements Closeable {
  private static final String PREFIX = "simile-bundle-";

  private final Path folder;

  private Unpacked(Path folder) {
    this.folder = folder;
  }

  static Unpacked create(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new Unpacked(Files.createTempDirectory(parent, PREFIX).toRealPath());
  }

  Path folder() {
    return folder;
  }

  /** A new file; nothing may be there, not even a link. */
  OutputStream create(String path) throws IOException {
    Path file = folder.resolve(BundlePaths.require(path));
    Files.createDirectories(file.getParent());
    return Files.newOutputStream(file, CREATE_NEW, WRITE, NOFOLLOW_LINKS);
  }

  /** Deletes it after a failure, which is told first. */
  void discard(Exception why) {
    try {
      close();
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(folder, new Deletion());
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(dir);
      return FileVisitResult.CONTINUE;
    }
  }
}
