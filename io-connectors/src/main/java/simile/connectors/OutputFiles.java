package simile.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StoreFilesOpener;

/**
 * The files of a folder that somebody else will read: made aside, then moved to their names. Paths
 * are relative to the folder, with {@code /}. Safe for use by many threads.
 */
public interface OutputFiles {

  /**
   * A folder where a store can be too, or of any of Beam's file systems, which need not exist yet.
   *
   * @throws IllegalArgumentException if nothing knows such a place
   * @throws IOException if the place cannot be reached
   */
  static OutputFiles at(String folder) throws IOException {
    StoreFilesOpener opener = StoreFilesOpener.fromClassPath();
    if (opener.isRemote(folder)) {
      return new StoredOutputFiles(opener.open(folder));
    }
    ResourceId root = FileSystems.matchNewResource(folder, true);
    return root.getScheme().equals("file")
        ? new LocalOutputFiles(java.nio.file.Path.of(root.toString()))
        : new BeamOutputFiles(root);
  }

  /** Where it is, for messages. */
  String root();

  /** Opens a new file; the folders above it are made. */
  DurableOutput create(String path) throws IOException;

  /** Begins a file that is built on local disk. */
  LocalBuild build(String path) throws IOException;

  /**
   * Opens a file.
   *
   * @throws java.io.FileNotFoundException if there is none
   */
  InputStream read(String path) throws IOException;

  /** A file on local disk: itself where it is there, else a copy that goes when it is closed. */
  LocalCopy local(String path) throws IOException;

  /** Whether there is such a file. */
  boolean exists(String path) throws IOException;

  /** Whether there is such a folder, as far as the file system has any that are empty. */
  boolean isFolder(String path) throws IOException;

  /**
   * All files in a folder and in those below it, sorted; none if there is no such folder.
   *
   * @param folder the empty name is the folder itself
   * @throws java.nio.file.NotDirectoryException if it, or what should be a folder above it, is a
   *     file
   */
  List<String> list(String folder) throws IOException;

  /**
   * One of the files in the folder or below it.
   *
   * @throws java.nio.file.NotDirectoryException if it is a file itself
   */
  default Optional<String> any() throws IOException {
    return list("").stream().findFirst();
  }

  /** Gives a file another name, also one that is taken, whose file is gone then. */
  void move(String from, String to) throws IOException;

  /** Makes a small file at once, or puts it in the place of the one that is there. */
  void replace(String path, byte[] content) throws IOException;

  /** Deletes a file, if it is there, and the folders that are empty then. */
  void delete(String path) throws IOException;

  /** Removes the folder itself if it is empty, where one is there without a file. */
  void removeIfEmpty() throws IOException;

  /** Makes the names in these folders durable, as far as the file system has to be told. */
  void sync(Collection<String> folders) throws IOException;
}
