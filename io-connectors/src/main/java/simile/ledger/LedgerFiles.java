package simile.ledger;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.StoreFiles;
import simile.layout.Names;
import simile.ledger.InputLedger.Saved;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.log.CommitLog;

/** The files beside the log that keep what a ledger holds. */
final class LedgerFiles {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerFiles.class);
  private static final Pattern NAME = Pattern.compile("(0[0-9]{19})\\.txt");
  private static final int KEPT = 2;

  private final StoreFiles files;
  private final CommitLog log;
  private final String folder;

  LedgerFiles(StoreFiles files, CommitLog log, CollectionKey key) {
    this.files = files;
    this.log = log;
    this.folder =
        "_log/inputs/%s/%s"
            .formatted(
                Names.requireContext(key.context()), Names.requireCollection(key.collection()));
  }

  /** The newest that is whole and belongs to the log. */
  Optional<Saved> newest() throws IOException {
    List<Long> versions = new ArrayList<>(versions());
    Collections.reverse(versions);
    for (long version : versions) {
      Optional<Saved> saved = read(version);
      if (saved.isPresent()) {
        return saved;
      }
      LOG.warn("Passing over {}, which only makes starting slower", path(version));
    }
    return Optional.empty();
  }

  private Optional<Saved> read(long version) throws IOException {
    if (version > log.latestVersion()) {
      return Optional.empty();
    }
    try {
      return LedgerText.read(files.read(path(version)), log.read(version));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // another watcher has put a newer one
    }
  }

  /** Keeps what a ledger holds, and deletes what was kept long before. */
  void put(Saved saved) throws IOException {
    Commit entry = log.read(saved.version());
    boolean unused = files.putIfAbsent(path(saved.version()), LedgerText.of(saved, entry));
    List<Long> versions = versions();
    for (long version : versions.subList(0, Math.max(0, versions.size() - KEPT))) {
      files.delete(path(version));
    }
  }

  private List<Long> versions() throws IOException {
    return files.list(folder).stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(name -> Long.parseLong(name.group(1)))
        .sorted()
        .toList();
  }

  private String path(long version) {
    return "%s/%020d.txt".formatted(folder, version);
  }
}
