package simile.connectors;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    return below(root.resolve(folder), names -> names.sorted().toList());
  }

  /** However much there is, it is not all looked at. */
  @Override
  public Optional<String> any() throws IOException {
    return below(root, Stream::findFirst);
  }

  private <T> T below(Path folder, Function<Stream<String>, T> look) throws IOException {
    Path there = existing(folder);
    if (!Files.isDirectory(there)) {
      throw new NotDirectoryException(there.toString());
    }
    if (!there.equals(folder)) {
      return look.apply(Stream.empty());
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return look.apply(
          all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
              .map(path -> root.relativize(path).toString().replace('\\', '/')));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The folder, or what there is of those above it; a link that leads nowhere is there. */
  private static Path existing(Path folder) {
    Path there = folder;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
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
  public void sync(Collection<String> folders) throws IOException {
    files.syncFolders(folders);
  }

  private static boolean isGone(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }
}
