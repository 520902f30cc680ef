package simile.export;

import java.io.Serializable;

/**
 * A published file.
 *
 * @param path relative to the output's folder
 * @param rows records in it
 * @param bytes its size
 * @param sha256 of its bytes
 * @param minId the least id in it; empty if it has no record
 * @param maxId the greatest
 */
public record ExportedFile(
    String path, long rows, long bytes, String sha256, String minId, String maxId)
    implements Serializable {

  static ExportedFile of(String path, PartFile file) {
    return new ExportedFile(
        path, file.rows(), file.bytes(), file.sha256(), file.minId(), file.maxId());
  }
}
