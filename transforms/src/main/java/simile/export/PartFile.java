package simile.export;

import java.io.Serializable;
import simile.connectors.WrittenFile;

/**
 * A file of one part, not published yet.
 *
 * @param part the part's number
 * @param path where it is, in the output's folder
 * @param folder the partition's folder; empty for none
 * @param volume which one of the part's files in that folder, from 0
 * @param rows records in it
 * @param bytes its size
 * @param sha256 of its bytes
 * @param minId the least id in it
 * @param maxId the greatest
 */
public record PartFile(
    int part,
    String path,
    String folder,
    int volume,
    long rows,
    long bytes,
    String sha256,
    String minId,
    String maxId)
    implements Serializable {

  static PartFile of(
      int part, String folder, int volume, WrittenFile file, String minId, String maxId) {
    return new PartFile(
        part,
        file.path(),
        folder,
        volume,
        file.records(),
        file.bytes(),
        file.sha256(),
        minId,
        maxId);
  }
}
