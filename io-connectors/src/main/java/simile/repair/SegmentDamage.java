package simile.repair;

import java.util.List;
import java.util.stream.Stream;
import simile.log.KeptSegment;
import simile.segment.DataFile;
import simile.segment.FileKind;

/**
 * What is wrong with a segment.
 *
 * @param kept the segment
 * @param derived damaged files that the others tell
 * @param sources damaged files that nothing else tells: key file, JSONL, NPZ
 * @param lostIds records whose lines are not what was written
 * @param lostVectors records whose vectors cannot be trusted any more
 */
public record SegmentDamage(
    KeptSegment kept,
    List<DataFile> derived,
    List<DataFile> sources,
    List<String> lostIds,
    long lostVectors) {

  public SegmentDamage {
    derived = List.copyOf(derived);
    sources = List.copyOf(sources);
    lostIds = List.copyOf(lostIds);
  }

  /** Whether anything is lost that no file of the store tells. */
  public boolean isLoss() {
    return !lostIds.isEmpty() || lostVectors > 0 || isWithoutKeys();
  }

  /** All damaged files. */
  public List<DataFile> files() {
    return Stream.concat(derived.stream(), sources.stream()).toList();
  }

  /** Whether the key file is gone, without which neither order nor deletions are known. */
  public boolean isWithoutKeys() {
    return sources.stream().anyMatch(file -> file.kind() == FileKind.KEYS);
  }

  public boolean isWithoutVectors() {
    return sources.stream().anyMatch(file -> file.kind() == FileKind.NPZ);
  }
}
