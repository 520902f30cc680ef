package simile.connectors;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.LocalFiles;

/** A folder on a local file system. What it says is done is on the disk. */
final class LocalOutputFiles implements OutputFiles {
  private final Path root;
  private final LocalFiles files;

  LocalOutputFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.files = new LocalFiles(root);
  }

  @Override
  public String root() {
    return root.toString();
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    return files.create(path);
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    return files.build(path);
  }

  @Override
  public InputStream read(String path) throws IOException {
    try {
      return Files.newInputStream(root.resolve(path));
    } catch (NoSuchFileException e) {
      throw new FileNotFoundException(e.getMessage());
    }
  }

  @Override
  public LocalCopy local(String path) {
    return LocalCopy.itself(root.resolve(path));
  }

  @Override
  public boolean exists(String path) {
    return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean isFolder(String path) {
    return Files.isDirectory(root.resolve(path));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return below(root.resolve(folder), Integer.MAX_VALUE).sorted().toList();
  }

  /** However much there is, it is not all looked at. */
  @Override
  public Optional<String> any() throws IOException {
    return below(root, 1).findFirst();
  }

  private Stream<String> below(Path folder, int most) throws IOException {
    return isThere(folder)
        ? FilesBelow.find(folder.equals(root) ? behindLink(root) : folder, most).stream()
            .map(path -> root.relativize(path.normalize()).toString().replace('\\', '/'))
        : Stream.empty();
  }

  /** A link that the place itself is leads to it; others may lead out of it, and are files. */
  private static Path behindLink(Path folder) {
    return folder.resolve(".");
  }

  /**
   * Each name is looked at once, since others make and delete folders meanwhile.
   *
   * @throws NotDirectoryException if it, or one above it, is something else; a link that leads
   *     nowhere is
   */
  private static boolean isThere(Path folder) throws IOException {
    for (Path path = folder; path != null; path = path.getParent()) {
      try {
        if (Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
          return path.equals(folder);
        }
        throw new NotDirectoryException(path.toString());
      } catch (NotDirectoryException e) {
        throw e;
      } catch (FileSystemException e) {
        if (Files.isSymbolicLink(path)) {
          throw new NotDirectoryException(path.toString());
        }
      }
    }
    return false;
  }

  @Override
  public void move(String from, String to) throws IOException {
    Path target = root.resolve(to);
    Files.createDirectories(target.getParent());
    Files.move(root.resolve(from), target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    files.replace(path, content);
  }

  @Override
  public void delete(String path) throws IOException {
    files.delete(path);
    for (Path folder = root.resolve(path).getParent();
        !folder.equals(root) && isGone(folder);
        folder = folder.getParent()) {}
  }

  @Override
  public void removeIfEmpty() throws IOException {
    boolean unused = isGone(root);
  }

  @Override
  public void sync(Collection<String> folders) throws IOException {
    files.syncFolders(folders);
  }

  private static boolean isGone(Path folder) throws IOException {
    try {
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(folder);
      }
      return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }
}
