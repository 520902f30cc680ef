package simile.jobs.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.input.LocalFileList;

/** Inputs that may be folders, at a place where a store can be; a glob is no folder. */
final class FolderInput {
  private FolderInput() {}

  /** The place, on local disk or not. */
  static Optional<StoreFiles> of(String input) throws IOException {
    Optional<Path> local = LocalInput.path(input);
    return local.isPresent()
        ? Optional.of(StoreFilesOpener.fromClassPath().open(local.get().toString()))
        : remote(input);
  }

  /** The place; empty if it is on local disk. */
  static Optional<StoreFiles> remote(String input) throws IOException {
    StoreFilesOpener opener = StoreFilesOpener.fromClassPath();
    return opener.isRemote(input) && !LocalFileList.isGlob(input)
        ? Optional.of(opener.open(input))
        : Optional.empty();
  }
}
