package simile.export;

import java.io.Serializable;
import java.util.List;

/**
 * What became of one attempt at a part.
 *
 * @param part the part's number
 * @param attempt unique among the attempts at a part
 * @param files what was written; none if the part has no record
 */
public record ExportResult(int part, String attempt, List<PartFile> files) implements Serializable {

  public ExportResult {
    files = List.copyOf(files);
  }

  /** Stands for no part: makes the end come even when there is no part. */
  static ExportResult seed() {
    return new ExportResult(-1, "", List.of());
  }

  boolean isSeed() {
    return part < 0;
  }
}
