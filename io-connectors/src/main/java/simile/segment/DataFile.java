package simile.segment;

import java.io.Serializable;
import java.util.Objects;

/**
 * A finished, immutable file of the store.
 *
 * @param kind what it is
 * @param path relative to the store's root
 * @param rows rows, vectors, entries or violations in it
 * @param bytes its size
 * @param sha256 64 hexadecimal digits, taken while it was written
 * @param idDigest the {@link simile.record.IdDigest} of the ids in it; empty where it has none
 * @param partition the decoded partition value that all its rows share; empty where there is none
 *     (also for buckets)
 */
public record DataFile(
    FileKind kind,
    String path,
    long rows,
    long bytes,
    String sha256,
    String idDigest,
    String partition)
    implements Serializable {

  public DataFile {
    Objects.requireNonNull(idDigest);
    Objects.requireNonNull(partition);
  }

  public static DataFile of(FileKind kind, String path, long rows, long bytes, String sha256) {
    return new DataFile(kind, path, rows, bytes, sha256, "", "");
  }

  public DataFile withIdDigest(String digest) {
    return new DataFile(kind, path, rows, bytes, sha256, digest, partition);
  }
}
