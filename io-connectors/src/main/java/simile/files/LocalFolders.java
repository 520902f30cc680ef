package simile.files;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes the folders of a local store, keeps them inside its root, and makes them durable. */
final class LocalFolders {
  private final Path root;

  LocalFolders(Path root) {
    this.root = root;
  }

  /** Makes a folder and what is missing above it; refuses one that a link leads out of the root. */
  void make(Path folder) throws IOException {
    if (!Files.isDirectory(root)) {
      makeRoot();
    }
    if (!Files.isDirectory(folder)) {
      requireInside(nearestExisting(folder));
      Files.createDirectories(folder);
    }
    requireInside(folder);
  }

  /**
   * @throws IOException if a symbolic link leads from the folder's path out of the root
   */
  void requireInside(Path folder) throws IOException {
    if (!folder.toRealPath().startsWith(root.toRealPath())) {
      throw new IOException(
          "'%s' leads out of the store '%s' through a symbolic link; remove the link"
              .formatted(folder, root));
    }
  }

  /** Makes the names in these folders durable, and the folders themselves up to the root. */
  void sync(Collection<Path> folders) throws IOException {
    Set<Path> all = new LinkedHashSet<>();
    for (Path folder : folders) {
      for (Path p = folder; p.startsWith(root); p = p.getParent()) {
        all.add(p);
        if (p.equals(root)) {
          break;
        }
      }
    }
    for (Path folder : all) {
      force(folder);
    }
  }

  // What lies above the root is made durable at once, since later syncs stop at the root.
  private void makeRoot() throws IOException {
    Path existing = nearestExisting(root);
    if (!Files.isDirectory(existing)) {
      throw new NotDirectoryException(existing.toString());
    }
    Files.createDirectories(root);
    for (Path p = root; !p.equals(existing); p = p.getParent()) {
      force(p.getParent());
    }
  }

  private static Path nearestExisting(Path folder) {
    Path existing = folder;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing;
  }

  private static void force(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folders, and needs no fsync of them: NTFS journals names.
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        throw e;
      }
    }
  }
}
