package simile.files.remote;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.Sha256;
import simile.files.StoreFiles;

/**
 * Whole files of stores elsewhere, on local disk under the names of their SHA-256, which is
 * compared when one is used first. What was not used for longest goes when there is too much. A
 * reader gets a name of its own (a hard link), so nothing is taken from under it. Safe for many
 * processes.
 */
final class FileCache {
  private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);
  private static final String VIEW = "view-";
  private static final Duration VIEW_LIFE = Duration.ofDays(1);
  private static final long MEBIBYTE = 1 << 20;
  private static final long USUAL_MEBIBYTES = 2048;

  private final Path folder;
  private final long most;
  private final Clock clock;

  /**
   * @param folder where it is; it is made
   * @param most how many bytes stay in it
   */
  FileCache(Path folder, long most, Clock clock) throws IOException {
    this.folder = folder;
    this.most = most;
    this.clock = clock;
    makePrivate(folder);
  }

  /** In {@code SIMILE_CACHE}, or among temporary files; of {@code SIMILE_CACHE_MB}, or 2048. */
  static FileCache ofProcess() throws IOException {
    String usual = "simile-cache-" + System.getProperty("user.name");
    Path folder =
        setting("SIMILE_CACHE")
            .map(Path::of)
            .orElse(Path.of(System.getProperty("java.io.tmpdir"), usual));
    try {
      long most = setting("SIMILE_CACHE_MB").map(Long::valueOf).orElse(USUAL_MEBIBYTES);
      return new FileCache(folder, Math.max(0, most) * MEBIBYTE, Clock.systemUTC());
    } catch (NumberFormatException e) {
      throw new IOException(
          "SIMILE_CACHE_MB is no number of mebibytes; write one, such as 2048", e);
    }
  }

  /**
   * A file on local disk.
   *
   * @param sha256 what it must be
   * @param isKnown whether this process has compared it before
   * @throws IOException if it is something else, or cannot be fetched
   */
  LocalView view(StoreFiles files, String path, String sha256, boolean isKnown) throws IOException {
    Path entry = folder.resolve(sha256);
    Path own = folder.resolve(VIEW + UUID.randomUUID());
    try {
      if (!isThere(entry, own, sha256, isKnown)) {
        fetch(files, path, own, sha256);
        touch(own);
        keep(own, entry);
      }
      return new LocalView(own, true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(own);
      throw e;
    }
  }

  private boolean isThere(Path entry, Path own, String sha256, boolean isKnown) throws IOException {
    try {
      Files.createLink(own, entry);
    } catch (NoSuchFileException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      Files.copy(entry, own);
    }
    if (!isKnown && !Sha256.of(own).equals(sha256)) {
      LOG.warn("'{}' was damaged on this disk; fetching it again", entry);
      Files.deleteIfExists(entry);
      Files.delete(own);
      return false;
    }
    touch(own);
    return true;
  }

  private void touch(Path own) throws IOException {
    Files.setLastModifiedTime(own, FileTime.from(clock.instant()));
  }

  private static void fetch(StoreFiles files, String path, Path own, String sha256)
      throws IOException {
    String found = Fetch.of(files, path, own);
    if (!found.equals(sha256)) {
      throw new IOException(
          "%s is damaged: its SHA-256 is %s; expected %s, as the log says"
              .formatted(path, found, sha256));
    }
  }

  private void keep(Path own, Path entry) throws IOException {
    long bytes = Files.size(own);
    if (bytes > most) {
      return;
    }
    evict(most - bytes);
    try {
      Files.createLink(entry, own);
    } catch (FileAlreadyExistsException | UnsupportedOperationException e) {
      LOG.debug("Not kept: {}", e.toString());
    }
  }

  /** Deletes what was not used for longest, until so much is left, and what the dead left. */
  private void evict(long left) throws IOException {
    List<Path> entries = new ArrayList<>();
    long sum = 0;
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        boolean isView = file.getFileName().toString().startsWith(VIEW);
        if (!isView) {
          entries.add(file);
          sum += sizeOf(file);
        } else if (usedAt(file).toInstant().plus(VIEW_LIFE).isBefore(clock.instant())) {
          Files.deleteIfExists(file);
        }
      }
    }
    entries.sort(Comparator.comparing(FileCache::usedAt));
    for (Path oldest : entries) {
      if (sum <= left) {
        return;
      }
      sum -= sizeOf(oldest);
      Files.deleteIfExists(oldest);
    }
  }

  // Another process may have deleted it meanwhile.
  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static FileTime usedAt(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
        .filter(text -> !text.isBlank());
  }

  // Records may be nobody else's business, and nobody else may change them.
  private static void makePrivate(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(folder);
      return;
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    String owner = Files.getOwner(folder).getName();
    if (!owner.equals(System.getProperty("user.name"))) {
      throw new IOException(
          "the cache '%s' belongs to %s; set SIMILE_CACHE to a folder of your own"
              .formatted(folder, owner));
    }
  }
}
