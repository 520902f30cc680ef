package simile.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Proves, before the first write, that a place can hold a commit log. A file system that merely
 * claims put-if-absent would lose commits in silence.
 */
public final class CapabilityProbe {
  private static final String PREFIX = "probe-";

  private CapabilityProbe() {}

  /** Whether a name in the log's folder is a probe's, which a killed process can leave. */
  public static boolean isProbe(String name) {
    return name.startsWith(PREFIX);
  }

  /**
   * Creates a probe file in {@code folder}, tries to create it again, looks for it, removes it.
   *
   * @param folder where the log is; the probe's name is one that nothing else uses
   * @throws UnsupportedStoreException if a second create was not refused, changed the content, or
   *     the listing does not show the file
   * @throws IOException if the place cannot be reached or written
   */
  public static void require(StoreFiles files, String folder) throws IOException {
    String name = PREFIX + UUID.randomUUID();
    String path = folder + "/" + name;
    byte[] first = "first".getBytes(StandardCharsets.UTF_8);
    byte[] second = "other".getBytes(StandardCharsets.UTF_8);
    try {
      expect(files, files.putIfAbsent(path, first), "a new name counts as taken");
      expect(files, !files.putIfAbsent(path, second), "a second create is not refused");
      expect(files, Arrays.equals(files.read(path), first), "a refused create changed the file");
      expect(files, files.list(folder).contains(name), "listing does not show a new file");
    } finally {
      files.delete(path);
    }
  }

  private static void expect(StoreFiles files, boolean holds, String otherwise)
      throws UnsupportedStoreException {
    if (!holds) {
      throw new UnsupportedStoreException(
          "'%s' cannot hold a store: %s. A commit needs a create that fails where a file exists; use another file system"
              .formatted(files.root(), otherwise));
    }
  }
}
