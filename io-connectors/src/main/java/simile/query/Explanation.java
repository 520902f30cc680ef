package simile.query;

import java.util.List;
import java.util.Optional;

/**
 * What a query read, and why not the rest. It was run to find out.
 *
 * @param version the version that was asked
 * @param rows how many records it found
 * @param segments every live segment, oldest first
 */
public record Explanation(long version, long rows, List<SegmentUse> segments) {

  public Explanation {
    segments = List.copyOf(segments);
  }

  /**
   * One segment.
   *
   * @param name its name
   * @param commit the version that added it
   * @param rows records in it
   * @param tombstones deletions in it
   * @param isRead whether its key file was read
   * @param why in words, why it was read or not, or only its key file was
   * @param keys its key file
   * @param files its JSONL files; none if the segment was not read
   */
  public record SegmentUse(
      String name,
      long commit,
      long rows,
      long tombstones,
      boolean isRead,
      String why,
      FileUse keys,
      List<FileUse> files) {

    public SegmentUse {
      files = List.copyOf(files);
    }
  }

  /**
   * One file.
   *
   * @param path relative to the store
   * @param isRead whether anything was read of it
   * @param why in words, why it was read or not
   * @param rows rows in it; of a key file also deletions
   * @param rowsLookedAt rows that were fetched and compared with the criteria
   * @param rowsFound rows that are answers
   * @param bytes its size
   * @param bytesRead how much of it was read; of a key file whose index was known, only blocks
   */
  public record FileUse(
      String path,
      boolean isRead,
      String why,
      long rows,
      long rowsLookedAt,
      long rowsFound,
      long bytes,
      long bytesRead) {}

  /** Segments whose key file was read. */
  public long segmentsRead() {
    return segments.stream().filter(SegmentUse::isRead).count();
  }

  /** JSONL files of which anything was read. */
  public long filesRead() {
    return segments.stream().flatMap(s -> s.files().stream()).filter(FileUse::isRead).count();
  }

  /** Rows that were fetched. */
  public long rowsLookedAt() {
    return segments.stream()
        .flatMap(s -> s.files().stream())
        .mapToLong(FileUse::rowsLookedAt)
        .sum();
  }

  /** Bytes read of key files and JSONL. */
  public long bytesRead() {
    return segments.stream()
        .mapToLong(
            s -> s.keys().bytesRead() + s.files().stream().mapToLong(FileUse::bytesRead).sum())
        .sum();
  }

  /** The segment of a name. */
  public Optional<SegmentUse> segment(String name) {
    return segments.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
