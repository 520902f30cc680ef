package simile.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simile.files.Sha256;
import simile.files.StoreFiles;

/** The files of the log, by version. */
final class LogFiles {
  static final String FOLDER = "_log";
  private static final Pattern NAME = Pattern.compile("(checkpoint-)?(00[0-9]{18})\\.json");

  private final StoreFiles files;

  LogFiles(StoreFiles files) {
    this.files = files;
  }

  static String entry(long version) {
    return "%s/%020d.json".formatted(FOLDER, version);
  }

  static String checkpoint(long version) {
    return "%s/checkpoint-%020d.json".formatted(FOLDER, version);
  }

  /** Names that are neither entries nor checkpoints are not the log's, and are passed over. */
  LogListing list() throws IOException {
    List<Long> entries = new ArrayList<>();
    List<Long> checkpoints = new ArrayList<>();
    for (String name : files.names(FOLDER)) {
      Matcher matcher = NAME.matcher(name);
      if (matcher.matches()) {
        (matcher.group(1) == null ? entries : checkpoints).add(Long.parseLong(matcher.group(2)));
      }
    }
    return new LogListing(entries, checkpoints);
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
