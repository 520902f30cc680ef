package simile.bundle.open;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import simile.bundle.BundleException;

/**
 * A folder on local disk.
 *
 * @param unpacked what is deleted when it is closed; empty for a folder that stays as it is
 */
record LocalFolder(Path folder, Optional<Unpacked> unpacked) implements BundlePlace {

  /** All files below it. */
  FoundFiles find() throws IOException {
    FoundFiles found = new FoundFiles(name());
    Files.walkFileTree(folder, new Walk(folder, found));
    return found;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public String location(String path) {
    return folder.resolve(path).toString();
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(folder.resolve(path), NOFOLLOW_LINKS);
  }

  @Override
  public void close() throws IOException {
    if (unpacked.isPresent()) {
      unpacked.get().close();
    }
  }

  /** Follows no links, and refuses whatever is neither a file nor a folder. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final FoundFiles found;

    Walk(Path folder, FoundFiles found) {
      this.folder = folder;
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
      if (!about.isRegularFile()) {
        throw new BundleException(
            "%s is %s; expected regular files and folders only"
                .formatted(file, about.isSymbolicLink() ? "a symbolic link" : "no regular file"));
      }
      found.add(relative(file), about.size());
      found.requireFewer(BundleTar.MAX_FILES);
      return FileVisitResult.CONTINUE;
    }

    private String relative(Path file) {
      return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
  }
}
