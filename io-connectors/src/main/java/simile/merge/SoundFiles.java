package simile.merge;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import simile.files.FileHash;
import simile.files.StoreFiles;
import simile.files.remote.LocalView;
import simile.npz.SegmentVectors;
import simile.segment.DataFile;

/**
 * Compares files with the log's SHA-256, each once, however many readers ask: for what has no
 * checksums of its own. Safe for use by many threads.
 */
public final class SoundFiles {
  private final StoreFiles files;
  private final Set<String> sound = ConcurrentHashMap.newKeySet();

  public SoundFiles(StoreFiles files) {
    this.files = files;
  }

  /**
   * Opens a segment's NPZ once it is known to be sound; from elsewhere it is fetched as a whole,
   * since comparing it reads it as a whole.
   *
   * @throws IOException if it is not the one that the log names
   */
  public SegmentVectors vectors(DataFile npz) throws IOException {
    if (files.isRemote()) {
      boolean isKnown = sound.contains(npz.path());
      try (LocalView view = LocalView.of(files, npz.path(), npz.sha256(), isKnown)) {
        sound.add(npz.path());
        return SegmentVectors.open(npz.path(), view.open());
      }
    }
    require(npz);
    return SegmentVectors.open(files, npz.path());
  }

  /**
   * Compares a file, unless that was done.
   *
   * @throws IOException if it is not the one that the log names
   */
  private void require(DataFile file) throws IOException {
    if (sound.contains(file.path())) {
      return;
    }
    String found = FileHash.of(files, file.path());
    if (!found.equals(file.sha256())) {
      throw new IOException(
          "%s is damaged: its SHA-256 is %s; expected %s, as the log says. Restore it from a backup, or query without embeddings"
              .formatted(file.path(), found, file.sha256()));
    }
    sound.add(file.path());
  }
}
