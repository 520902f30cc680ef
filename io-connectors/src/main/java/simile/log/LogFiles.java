package simile.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import simile.files.Sha256;
import simile.files.StoreFiles;

/** The files of the log, by version. */
final class LogFiles {
  static final String FOLDER = "_log";
  private static final String CHECKPOINT = "checkpoint-";
  private static final String END = ".json";

  /** Digits of a version, the first two of which are zeros, so that it is a long. */
  private static final int DIGITS = 20;

  private final StoreFiles files;

  LogFiles(StoreFiles files) {
    this.files = files;
  }

  static String entry(long version) {
    return FOLDER + "/" + padded(version) + END;
  }

  static String checkpoint(long version) {
    return FOLDER + "/" + CHECKPOINT + padded(version) + END;
  }

  private static String padded(long version) {
    String digits = Long.toString(version);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  /** Names that are neither entries nor checkpoints are not the log's, and are passed over. */
  LogListing list() throws IOException {
    List<Long> entries = new ArrayList<>();
    List<Long> checkpoints = new ArrayList<>();
    for (String name : files.names(FOLDER)) {
      version("", name).ifPresent(entries::add);
      version(CHECKPOINT, name).ifPresent(checkpoints::add);
    }
    return new LogListing(entries, checkpoints);
  }

  // Plain loops: there may be a hundred thousand names, and nothing is compiled yet.
  private static OptionalLong version(String lead, String name) {
    int start = lead.length();
    int end = start + DIGITS;
    boolean isName =
        name.length() == end + END.length()
            && name.startsWith(lead)
            && name.startsWith("00", start)
            && name.endsWith(END)
            && isNumber(name, start, end);
    return isName ? OptionalLong.of(Long.parseLong(name, start, end, 10)) : OptionalLong.empty();
  }

  private static boolean isNumber(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  boolean exists(long version) throws IOException {
    return files.size(entry(version)).isPresent();
  }

  /**
   * @throws CorruptLogException if the file is missing, damaged, or another version's
   */
  StoredCommit read(long version) throws IOException {
    Optional<StoredCommit> found = find(version);
    if (found.isEmpty()) {
      throw new CorruptLogException(
          entry(version)
              + " is missing; the log must have no gaps. Restore it from a copy of the store");
    }
    return found.get();
  }

  /**
   * Empty if there is no such entry.
   *
   * @throws CorruptLogException if the file is damaged or another version's
   */
  Optional<StoredCommit> find(long version) throws IOException {
    String path = entry(version);
    byte[] bytes;
    try {
      bytes = files.read(path);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    Commit commit = CommitJson.fromBytes(bytes, path);
    if (commit.version() != version) {
      throw new CorruptLogException(
          "%s holds version %d; expected %d".formatted(path, commit.version(), version));
    }
    return Optional.of(new StoredCommit(commit, Sha256.of(bytes)));
  }

  boolean put(long version, byte[] bytes) throws IOException {
    return files.putIfAbsent(entry(version), bytes);
  }

  /** Makes the names of all entries durable. */
  void sync() throws IOException {
    files.syncFolders(List.of(FOLDER));
  }

  byte[] readCheckpoint(long version) throws IOException {
    return files.read(checkpoint(version));
  }

  void putCheckpoint(long version, byte[] bytes) throws IOException {
    boolean unused = files.putIfAbsent(checkpoint(version), bytes);
  }

  void deleteCheckpoint(long version) throws IOException {
    files.delete(checkpoint(version));
  }

  @Override
  public String toString() {
    return files.root() + "/" + FOLDER;
  }
}
