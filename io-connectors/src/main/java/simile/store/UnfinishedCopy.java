package simile.store;

import java.io.IOException;
import simile.files.StoreFiles;
import simile.log.LogCopy;

/** A place to which a store is being copied is none before its log is whole. */
final class UnfinishedCopy {
  private UnfinishedCopy() {}

  /**
   * @throws StoreNotFoundException if a copy was begun there and has no first entry yet
   */
  static void refuse(StoreFiles files) throws IOException {
    if (LogCopy.isUnfinished(files)) {
      throw new StoreNotFoundException(
          "'%s' holds the copy of a store that is not whole yet; run the same backup or restore again to finish it"
              .formatted(files.root()));
    }
  }
}
