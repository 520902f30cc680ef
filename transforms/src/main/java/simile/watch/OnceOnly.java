package simile.watch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simile.ingest.CommitGuard;
import simile.ingest.RunInputs;
import simile.ledger.FileVersion;
import simile.ledger.InputLedger;
import simile.log.Commit;
import simile.log.InputFile;
import simile.log.Operation;

/**
 * The condition on which a window commits: since its plan was made no entry has brought in any of
 * its files, nor another version of one, and its stream was not cancelled. With the log's
 * put-if-absent this is why each version of a file is in one entry at most, and why no version
 * comes in after a newer one.
 */
final class OnceOnly implements CommitGuard {
  private final Window window;
  private final Set<FileVersion> versions;
  private final Set<String> uris;
  private boolean refused;
  private boolean plain;

  OnceOnly(Window window) {
    List<InputFile> files = RunInputs.of(window.plan());
    this.window = window;
    this.versions = files.stream().map(FileVersion::of).collect(Collectors.toUnmodifiableSet());
    this.uris = files.stream().map(InputFile::uri).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public long base() {
    return window.base();
  }

  @Override
  public boolean refused() {
    return refused;
  }

  /** Whether who planned the window sees from the log that it cannot commit. */
  boolean isPlain() {
    return plain;
  }

  @Override
  public Optional<String> conflict(List<Commit> since) {
    for (Commit commit : since) {
      Optional<String> conflict = conflict(commit);
      if (conflict.isPresent()) {
        refused = true;
        return conflict;
      }
    }
    return Optional.empty();
  }

  private Optional<String> conflict(Commit commit) {
    if (commit.operation() == Operation.FENCE && commit.runId().equals(window.stream())) {
      plain = true;
      return Optional.of(
          "version %d cancelled the stream '%s'".formatted(commit.version(), window.stream()));
    }
    List<FileVersion> ingested = InputLedger.ingestedBy(commit, window.key());
    if (ingested.stream().anyMatch(versions::contains)) {
      plain = true;
      return Optional.of("version %d has files of this window".formatted(commit.version()));
    }
    return ingested.isEmpty()
        ? Optional.empty()
        : commit.inputs().stream()
            .map(InputFile::uri)
            .filter(uris::contains)
            .findFirst()
            .map(uri -> "version %d has %s as it is now".formatted(commit.version(), uri));
  }
}
