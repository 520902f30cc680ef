package simile.backup;

import java.io.IOException;

/** Is told how far a copy is. */
@FunctionalInterface
public interface CopyListener {

  /** Looks away. */
  CopyListener NONE = soFar -> {};

  /**
   * Called after each file.
   *
   * @throws IOException ends the copy, which can be taken up later
   */
  void at(Stage soFar) throws IOException;

  /**
   * How far it is; files that an earlier attempt copied are hashed again, and count.
   *
   * @param files that are there
   * @param bytes of them
   * @param allFiles that there will be
   * @param allBytes of them
   */
  record Stage(long files, long bytes, long allFiles, long allBytes) {}
}
