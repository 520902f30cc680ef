package simile.files.s3;

import java.net.URI;
import simile.files.StorePaths;
import simile.files.UnsupportedStoreException;

/**
 * Where a store's files are.
 *
 * @param bucket the bucket
 * @param prefix what all keys begin with: empty, or ending in {@code /}
 */
record S3Place(String bucket, String prefix) {

  /**
   * @throws UnsupportedStoreException if the URI names no bucket, or a key that cannot be a folder
   */
  static S3Place of(URI root) throws UnsupportedStoreException {
    String bucket = root.getAuthority();
    String path = root.getPath() == null ? "" : root.getPath().replaceAll("^/|/$", "");
    if (bucket == null || bucket.isEmpty() || !(path.isEmpty() || StorePaths.isInside(path))) {
      throw new UnsupportedStoreException(
          "'%s' names no place for a store; write s3://bucket or s3://bucket/folder"
              .formatted(root));
    }
    return new S3Place(bucket, path.isEmpty() ? "" : path + "/");
  }

  /** The key of a file. */
  String key(String path) {
    return prefix + StorePaths.require(path);
  }

  /** What the keys of a folder's files begin with. */
  String folder(String folder) {
    String path = StorePaths.requireFolder(folder);
    return path.isEmpty() ? prefix : prefix + path + "/";
  }

  /** As people write it. */
  String uri() {
    String uri = "s3://" + bucket + "/" + prefix;
    return uri.substring(0, uri.length() - 1);
  }

  /** A key as people write it. */
  String uri(String key) {
    return "s3://" + bucket + "/" + key;
  }
}
