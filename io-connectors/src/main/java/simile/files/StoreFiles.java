package simile.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Files below one root, addressed by relative paths with {@code /} between names, such as {@code
 * _log/00000000000000000001.json}.
 *
 * <p>Files are written once and never changed, but for {@link #replace}. There is no append and no
 * lock. Implementations are safe for use by many threads.
 */
public interface StoreFiles {

  /** The root as the user would write it: a URI, or a plain path for local files. */
  String root();

  /** Whether each read is a request over a network, so that reading twice is worth a copy. */
  default boolean isRemote() {
    return false;
  }

  /**
   * Creates a file that must not exist yet, for writing.
   *
   * <p>Missing parent folders are made. The bytes are on stable storage once {@link
   * DurableOutput#close()} returns, the name once {@link #syncFolders} returned for its folder.
   *
   * @throws FileAlreadyExistsException if something has that name
   */
  DurableOutput create(String path) throws IOException;

  /**
   * Gives a file on local disk to build in place, for formats that need random access while they
   * are written.
   *
   * @throws FileAlreadyExistsException if something has that name
   */
  LocalBuild build(String path) throws IOException;

  /**
   * Makes the names created in these folders durable; does nothing where names are durable at once.
   */
  void syncFolders(Collection<String> folders) throws IOException;

  /**
   * Creates a whole file in one atomic step, durable on return: of many callers with one path
   * exactly one sees {@code true}.
   *
   * @return whether this call created the file; {@code false} if the path is taken
   * @throws OutcomeUnknownException if the file may or may not have been created: read it to learn
   *     which
   * @throws IOException if it was certainly not created
   */
  boolean putIfAbsent(String path, byte[] content) throws IOException;

  /** Creates or replaces a whole file atomically: a reader sees the old content or the new. */
  void replace(String path, byte[] content) throws IOException;

  /** Reads a whole file. @throws NoSuchFileException if there is none */
  byte[] read(String path) throws IOException;

  /** Opens a file for reading at any offset. @throws NoSuchFileException if there is none */
  SeekableByteChannel open(String path) throws IOException;

  /** The size of a file in bytes, or empty if there is none. */
  OptionalLong size(String path) throws IOException;

  /**
   * A text that is another once a file's content is another, such as its time of change; empty if
   * there is none.
   *
   * @throws NoSuchFileException if there is no such file
   */
  default String tag(String path) throws IOException {
    return "";
  }

  /**
   * The names of the files and folders (these with a trailing {@code /}) in a folder, sorted; empty
   * if there is no such folder.
   */
  List<String> list(String folder) throws IOException;

  /**
   * As {@link #list}, but a folder's name need not have its {@code /}: for folders that only ever
   * get files. To ask for the kind of each name takes a local disk ten times as long as the names.
   */
  default List<String> names(String folder) throws IOException {
    return list(folder);
  }

  /** Deletes a file; does nothing if there is none. */
  void delete(String path) throws IOException;

  /**
   * Deletes what killed processes left in a folder under names that {@link #list} hides.
   *
   * @param before only what was last written before; a process may be at work on what is younger
   * @return how many files; always 0 where nothing is hidden
   */
  default int sweep(String folder, Instant before) throws IOException {
    return 0;
  }

  /**
   * Gives a file another name, also one that is taken, whose file is gone then. For outputs that
   * others will read: a store's files keep their names.
   *
   * @throws NoSuchFileException if there is none
   */
  default void move(String from, String to) throws IOException {
    if (size(from).isEmpty()) {
      throw new NoSuchFileException(from);
    }
    delete(to);
    FileTransfer.copy(this, from, this, to);
    delete(from);
  }

  /** Removes a folder that has nothing in it; does nothing where folders are only names. */
  default void removeIfEmpty(String folder) throws IOException {}
}
