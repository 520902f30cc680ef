package simile.stats;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import simile.segment.DataFile;
import simile.segment.FileKind;

/**
 * Files by kind.
 *
 * @param byKind how many there are of each kind, and their bytes
 */
public record FileTotals(Map<FileKind, Total> byKind) {

  /**
   * Some files.
   *
   * @param files how many
   * @param bytes of all of them
   */
  public record Total(long files, long bytes) {
    Total plus(Total other) {
      return new Total(files + other.files, bytes + other.bytes);
    }
  }

  public FileTotals {
    byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
  }

  static FileTotals of(Stream<DataFile> files) {
    Map<FileKind, Total> byKind = new EnumMap<>(FileKind.class);
    for (FileKind kind : FileKind.values()) {
      byKind.put(kind, new Total(0, 0));
    }
    files.forEach(file -> byKind.merge(file.kind(), new Total(1, file.bytes()), Total::plus));
    return new FileTotals(byKind);
  }

  public Total all() {
    return byKind.values().stream().reduce(new Total(0, 0), Total::plus);
  }
}
