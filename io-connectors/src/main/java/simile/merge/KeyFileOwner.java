package simile.merge;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import simile.files.FileHash;
import simile.files.StoreFiles;
import simile.keys.CorruptKeyFileException;
import simile.keys.KeyFileReader;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;

/**
 * Tells a segment's own key file from one that took its place. Its checksums cannot: they are right
 * in another segment's key file too, whose rows would then be served in the name of this one.
 */
final class KeyFileOwner {
  private KeyFileOwner() {}

  /**
   * @throws CorruptKeyFileException if the key file is not the one that the segment was written
   *     with
   */
  static void require(StoreFiles files, Segment segment, String path, KeyFileReader keys)
      throws IOException {
    Set<String> jsonl = new HashSet<>();
    segment.files(FileKind.JSONL).forEach(file -> jsonl.add(file.path()));
    if (keys.entries() != segment.rows() + segment.tombstones()
        || keys.files().size() != jsonl.size()
        || !jsonl.containsAll(keys.files())) {
      throw other(path, segment);
    }
    // The names of JSONL files are unique; without any, only the content tells.
    if (jsonl.isEmpty()) {
      requireContent(files, segment, path);
    }
  }

  private static void requireContent(StoreFiles files, Segment segment, String path)
      throws IOException {
    DataFile file = segment.file(FileKind.KEYS).orElseThrow();
    if (!FileHash.of(files, path).equals(file.sha256())) {
      throw other(path, segment);
    }
  }

  private static CorruptKeyFileException other(String path, Segment segment) {
    return new CorruptKeyFileException(
        "key file %s is not the one of segment %s: expected %d entries in %d JSONL files, as the log says; restore it from a backup"
            .formatted(
                path,
                segment.name(),
                segment.rows() + segment.tombstones(),
                segment.files(FileKind.JSONL).size()));
  }
}
