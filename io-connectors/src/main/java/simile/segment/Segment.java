package simile.segment;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of one split, or of one part of it: immutable files that hold the same rows, sorted
 * by id.
 *
 * @param name unique in the store: run, split, part and attempt
 * @param rows records in it
 * @param tombstones deletions in it
 * @param minId the least id, records and deletions
 * @param maxId the greatest id
 * @param files every file, JSONL by partition, SQLite, NPZ, keys, tombstones; copied, unless they
 *     are {@link LaterFiles}
 * @param bounds by column name, for scalar columns that have a value in any row
 */
public record Segment(
    String name,
    long rows,
    long tombstones,
    String minId,
    String maxId,
    List<DataFile> files,
    Map<String, Bounds> bounds)
    implements Serializable {

  public Segment {
    files = files instanceof LaterFiles ? files : List.copyOf(files);
    bounds = Collections.unmodifiableMap(new TreeMap<>(bounds));
  }

  public List<DataFile> files(FileKind kind) {
    return files.stream().filter(f -> f.kind() == kind).toList();
  }

  public Optional<DataFile> file(FileKind kind) {
    return files.stream().filter(f -> f.kind() == kind).findFirst();
  }
}
