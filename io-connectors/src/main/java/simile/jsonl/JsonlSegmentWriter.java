package simile.jsonl;

import java.io.IOException;
import java.util.Optional;
import java.util.zip.CRC32C;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.record.IdDigest;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.DataFile;
import simile.segment.RowPlaces;

/**
 * Writes the records of a batch as JSONL, a file a partition, each sorted by id; one file is open
 * at a time.
 */
public final class JsonlSegmentWriter {
  /** Values with a folder of their own in one segment; further ones go to buckets. */
  static final int MAX_VALUES = 256;

  private final StoreFiles files;
  private final String folder;
  private final String segment;
  private final Compression compression;

  /**
   * @param folder the collection's {@code jsonl} folder, relative to the store
   * @param segment the segment's name, which names the files
   */
  public JsonlSegmentWriter(
      StoreFiles files, String folder, String segment, Compression compression) {
    this.files = files;
    this.folder = folder;
    this.segment = segment;
    this.compression = compression;
  }

  /**
   * Writes every record; the files are durable on return, their folders are not yet.
   *
   * @throws IOException if a file cannot be written; none is left behind then
   */
  public RowPlaces write(RecordBatch batch, SortedRows rows) throws IOException {
    Partitions partitions = Partitions.of(batch, rows, MAX_VALUES);
    RowPlaces places = new RowPlaces(rows.size());
    RowBytes line = new RowBytes(batch);
    try {
      for (int p = 0; p < partitions.count(); p++) {
        writePartition(batch, rows, partitions, p, line, places);
      }
      return places;
    } catch (IOException | RuntimeException e) {
      FailedWrite.discard(files, places.files().stream().map(DataFile::path).toList(), e);
      throw e;
    }
  }

  private void writePartition(
      RecordBatch batch,
      SortedRows rows,
      Partitions partitions,
      int partition,
      RowBytes line,
      RowPlaces places)
      throws IOException {
    CRC32C crc = new CRC32C();
    IdDigest ids = new IdDigest();
    String path = path(partitions.folder(partition));
    try (JsonlOutput out = new JsonlOutput(files, path, compression)) {
      for (int i = partitions.begin(partition); i < partitions.end(partition); i++) {
        int rank = partitions.rank(i);
        int row = rows.row(rank);
        line.render(row);
        crc.reset();
        crc.update(line.bytes(), line.start(), line.length());
        long offset = out.add(line.bytes(), line.start(), line.length());
        places.place(rank, offset, line.length(), (int) crc.getValue());
        ids.add(batch.ids(), batch.idStart(row), batch.idEnd(row));
      }
      DataFile file = out.finish(partitions.value(partition).orElse(""), ids.toString());
      places.finishFile(file, out.blockTable());
    }
  }

  private String path(Optional<String> partitionFolder) {
    String inner = partitionFolder.map(f -> "/" + f).orElse("");
    return folder + inner + "/" + segment + ".jsonl" + compression.suffix();
  }
}
