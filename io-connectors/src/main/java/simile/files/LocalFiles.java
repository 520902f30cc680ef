package simile.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder on a local (or mounted) file system.
 *
 * <p>Whole files appear under their final name by hard link, after fsync; the temporary name starts
 * with {@value StorePaths#TEMPORARY}. Such names are reserved, and {@link #list} hides them: a
 * process that was killed can leave one behind.
 */
public final class LocalFiles implements StoreFiles {
  private static final int MAX_FOLDERS = 10;
  private static final int PIECE = 1 << 16;

  private final Path root;
  private final LocalFolders folders;

  public LocalFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.folders = new LocalFolders(this.root);
  }

  @Override
  public String root() {
    return root.toString();
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Path target = writable(path);
      try {
        return new LocalOutput(target, FileChannel.open(target, CREATE_NEW, WRITE));
      } catch (NoSuchFileException e) {
        // A vacuum may have removed the folder, which was empty until now.
        if (attempt == MAX_FOLDERS) {
          throw e;
        }
      }
    }
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    Path target = writable(path);
    if (Files.exists(target, NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    return new InPlaceBuild(target);
  }

  @Override
  public void syncFolders(Collection<String> names) throws IOException {
    folders.sync(names.stream().map(StorePaths::requireFolder).map(root::resolve).toList());
  }

  @Override
  public boolean putIfAbsent(String path, byte[] content) throws IOException {
    Path target = writable(path);
    Path temporary = writeTemporary(target, content);
    try {
      boolean created = new HardLink(temporary, target).create();
      syncAfter(target);
      return created;
    } finally {
      discard(temporary);
    }
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    Path target = writable(path);
    Path temporary = writeTemporary(target, content);
    try {
      Files.move(temporary, target, ATOMIC_MOVE);
    } finally {
      discard(temporary);
    }
    folders.sync(List.of(target.getParent()));
  }

  @Override
  public byte[] read(String path) throws IOException {
    try (FileChannel channel = FileChannel.open(readable(path), READ)) {
      return readWhole(channel);
    }
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return FileChannel.open(readable(path), READ);
  }

  @Override
  public OptionalLong size(String path) throws IOException {
    try {
      return OptionalLong.of(Files.size(readable(path)));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void move(String from, String to) throws IOException {
    Path target = writable(to);
    Files.move(readable(from), target, ATOMIC_MOVE);
    folders.sync(List.of(target.getParent()));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    Path path = root.resolve(StorePaths.requireFolder(folder));
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .map(p -> Files.isDirectory(p) ? p.getFileName() + "/" : p.getFileName().toString())
          .filter(name -> !StorePaths.isTemporary(name))
          .sorted()
          .toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public List<String> names(String folder) throws IOException {
    // The older class: java.nio's makes a path of each name, which takes most of the time. It does
    // not say why it fails, which the other does.
    String[] names = root.resolve(StorePaths.requireFolder(folder)).toFile().list();
    return names == null
        ? list(folder)
        : Stream.of(names).filter(name -> !StorePaths.isTemporary(name)).sorted().toList();
  }

  @Override
  public void delete(String path) throws IOException {
    Path target = readable(path);
    if (target.getParent() != null && Files.isDirectory(target.getParent())) {
      try {
        folders.requireInside(target.getParent());
        Files.deleteIfExists(target);
      } catch (NoSuchFileException e) {
        log().debug("Its folder is gone too: {}", e.toString());
      }
    }
  }

  @Override
  public int sweep(String folder, Instant before) throws IOException {
    Path path = root.resolve(StorePaths.requireFolder(folder));
    int swept = 0;
    try (DirectoryStream<Path> hidden =
        Files.newDirectoryStream(path, StorePaths.TEMPORARY + "*")) {
      for (Path file : hidden) {
        // One that is gone by now was another's, and is finished.
        boolean isOld =
            Files.isRegularFile(file, NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file).toInstant().isBefore(before);
        swept += isOld && Files.deleteIfExists(file) ? 1 : 0;
      }
      return swept;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return swept;
    }
  }

  @Override
  public void removeIfEmpty(String folder) throws IOException {
    Path path = root.resolve(StorePaths.require(folder));
    if (Files.isDirectory(path, NOFOLLOW_LINKS)) {
      try {
        folders.requireInside(path);
        Files.delete(path);
      } catch (DirectoryNotEmptyException | NoSuchFileException e) {
        log().debug("Not removed: {}", e.toString());
      }
    }
  }

  @Override
  public String toString() {
    return root();
  }

  // In pieces: a channel copies each through memory outside the heap, which it keeps for pieces of
  // this size, and must first get for a large one. That took twice as long as the reading.
  private static byte[] readWhole(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    int got = 0;
    while (got >= 0 && bytes.position() < bytes.capacity()) {
      bytes.limit(Math.min(bytes.capacity(), bytes.position() + PIECE));
      got = channel.read(bytes);
    }
    return got < 0 ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
  }

  private Path readable(String path) {
    return root.resolve(StorePaths.require(path));
  }

  private Path writable(String path) throws IOException {
    Path target = readable(StorePaths.requireLasting(path));
    folders.make(target.getParent());
    return target;
  }

  private static Path writeTemporary(Path target, byte[] content) throws IOException {
    Path temporary = target.resolveSibling(StorePaths.TEMPORARY + UUID.randomUUID());
    try (FileChannel channel = FileChannel.open(temporary, CREATE_NEW, WRITE)) {
      for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
        channel.write(rest);
      }
      channel.force(true);
      return temporary;
    } catch (IOException e) {
      discard(temporary);
      throw FailedWrite.at(target, e);
    }
  }

  // A temporary file that stays is hidden and harmless; to fail here would hide the real outcome.
  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      log().warn("Could not delete '{}', which nothing needs: {}", temporary, e.toString());
    }
  }

  // Also when another made the name: who acts on it must not see it vanish with the power.
  private void syncAfter(Path target) throws OutcomeUnknownException {
    try {
      folders.sync(List.of(target.getParent()));
    } catch (IOException e) {
      throw new OutcomeUnknownException(
          "'" + target + "' exists now, but its folder could not be made durable", e);
    }
  }

  // Asked for when there is something to say: where the class path is long, finding it takes longer
  // than all else that opens a store.
  private static Logger log() {
    return LoggerFactory.getLogger(LocalFiles.class);
  }
}
