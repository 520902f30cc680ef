package simile.segment.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.jsonl.JsonlSegmentWriter;
import simile.keys.KeyFileWriter;
import simile.npz.NpzSegmentWriter;
import simile.record.IdDigest;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.RowPlaces;
import simile.segment.Segment;
import simile.sqlite.SqliteShardWriter;

/**
 * Writes a batch as one segment: sorts its rows once, then writes each format from the same order.
 */
public final class SegmentWriter {
  private final StoreFiles files;
  private final String folder;
  private final SegmentOptions options;
  private final Stages stages;

  /**
   * @param folder the collection's folder, relative to the store
   * @param stages where the time is added up
   */
  public SegmentWriter(StoreFiles files, String folder, SegmentOptions options, Stages stages) {
    this.files = files;
    this.folder = folder;
    this.options = options;
    this.stages = stages;
  }

  /**
   * Writes the segment. Every file is durable on return; nothing refers to it until a commit names
   * it.
   *
   * @param name unique in the store
   * @return the segment, or empty if the batch has no rows
   * @throws IOException if anything could not be written; what was written is deleted, since no
   *     commit will name it and a full disk needs the room
   */
  public Optional<Segment> write(String name, RecordBatch batch) throws IOException {
    return write(name, batch, stages.time("sort", () -> SortedRows.of(batch)));
  }

  /**
   * Writes some rows of a batch.
   *
   * @param rows of the batch
   * @see #write(String, RecordBatch)
   */
  public Optional<Segment> write(String name, RecordBatch batch, SortedRows rows)
      throws IOException {
    if (rows.size() == 0) {
      return Optional.empty();
    }
    List<DataFile> written = new ArrayList<>();
    try {
      writeFiles(name, batch, rows, written);
    } catch (IOException | RuntimeException e) {
      FailedWrite.discard(files, written.stream().map(DataFile::path).toList(), e);
      throw e;
    }
    return Optional.of(segment(name, batch, rows, written));
  }

  private void writeFiles(String name, RecordBatch batch, SortedRows rows, List<DataFile> written)
      throws IOException {
    JsonlSegmentWriter jsonl =
        new JsonlSegmentWriter(files, folder + "/jsonl", name, options.compression());
    RowPlaces places = stages.time("jsonl", () -> jsonl.write(batch, rows));
    written.addAll(places.files());
    if (options.sqlite()) {
      stages.time("sqlite", () -> shard(name, batch, rows)).ifPresent(written::add);
    }
    written.addAll(stages.time("npz", () -> vectors(name, batch, rows)));
    if (rows.records() < rows.size()) {
      String path = folder + "/tombstones/" + name + ".jsonl";
      written.add(stages.time("tombstones", () -> TombstoneWriter.write(files, path, batch, rows)));
    }
    String keys = folder + "/keys/" + name + ".keys";
    KeyFileWriter.Written keyFile =
        stages.time("keys", () -> KeyFileWriter.write(files, keys, batch, rows, places));
    written.add(keyFile.file());
    requireSameVectors(name, written, keyFile.vectorIds());
    files.syncFolders(folders(written));
  }

  private Optional<DataFile> shard(String name, RecordBatch batch, SortedRows rows)
      throws IOException {
    return new SqliteShardWriter()
        .write(files, folder + "/sqlite/" + name + ".sqlite", batch, rows);
  }

  private List<DataFile> vectors(String name, RecordBatch batch, SortedRows rows)
      throws IOException {
    String stem = folder + "/embeddings/" + name;
    return new NpzSegmentWriter().write(files, stem + ".npz", stem + ".metadata.json", batch, rows);
  }

  /** The rows with vectors are those of the NPZ; what else must agree is in the descriptors. */
  private static void requireSameVectors(String name, List<DataFile> written, String vectorIds)
      throws SegmentMismatchException {
    String none = new IdDigest().toString();
    String npz =
        written.stream()
            .filter(file -> file.kind() == FileKind.NPZ)
            .map(DataFile::idDigest)
            .findFirst()
            .orElse(none);
    if (!npz.equals(vectorIds)) {
      throw new SegmentMismatchException(name, npz, vectorIds);
    }
  }

  private static Segment segment(
      String name, RecordBatch batch, SortedRows rows, List<DataFile> written) {
    return new Segment(
        name,
        rows.records(),
        rows.size() - rows.records(),
        batch.id(rows.row(0)),
        batch.id(rows.row(rows.size() - 1)),
        written,
        SegmentBounds.of(batch, rows));
  }

  private static Set<String> folders(List<DataFile> written) {
    Set<String> folders = new TreeSet<>();
    for (DataFile file : written) {
      folders.add(file.path().substring(0, file.path().lastIndexOf('/')));
    }
    return folders;
  }
}
