package simile.files.hdfs;

import java.net.URI;
import org.apache.hadoop.fs.Path;
import simile.files.StorePaths;

/**
 * Where a store's files are.
 *
 * @param cluster scheme and authority
 * @param folder an absolute path, without a {@code /} at its end but for the root
 */
record HdfsPlace(URI cluster, String folder) {

  /** The path of a file. */
  Path file(String path) {
    return at(StorePaths.require(path));
  }

  /** The path of a folder. */
  Path folder(String path) {
    return at(StorePaths.requireFolder(path));
  }

  /** As people write it. */
  String uri() {
    return cluster.getScheme() + "://" + cluster.getAuthority() + folder;
  }

  // Of parts: the text as a whole would be taken for a URI, and % and : for signs.
  private Path at(String path) {
    String below = folder.endsWith("/") ? folder : folder + "/";
    return new Path(
        cluster.getScheme(), cluster.getAuthority(), path.isEmpty() ? folder : below + path);
  }
}
