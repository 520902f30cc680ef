package simile.vacuum;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import simile.files.StoreFiles;
import simile.layout.Layout;
import simile.store.Store;

/** Deletes, and counts. Deleting again, or by two at once, is harmless. */
final class Sweeper {
  private final StoreFiles files;
  private long deleted;
  private long bytes;
  private int temporaries;

  Sweeper(StoreFiles files) {
    this.files = files;
  }

  void delete(Iterable<String> paths) throws IOException {
    for (String path : paths) {
      OptionalLong size = files.size(path);
      if (size.isPresent()) {
        files.delete(path);
        deleted++;
        bytes += size.getAsLong();
      }
    }
  }

  /** Tidies folders up: hidden files of killed processes, and folders that are empty. */
  void tidy(Instant before) throws IOException {
    FoundFiles found = FoundFiles.list(files);
    temporaries += files.sweep(Store.LOG, before);
    temporaries += files.sweep(Layout.WORKFLOWS, before);
    for (String folder : found.contracts()) {
      temporaries += files.sweep(folder, before);
    }
    for (String folder : found.folders()) {
      files.removeIfEmpty(folder);
    }
  }

  long deleted() {
    return deleted;
  }

  long bytes() {
    return bytes;
  }

  int temporaries() {
    return temporaries;
  }
}
