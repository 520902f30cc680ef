package simile.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import simile.files.HashedOutput;
import simile.files.StoreFiles;
import simile.record.IdDigest;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.BlockTable;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.RowPlaces;

/** Writes the key file of a segment. */
public final class KeyFileWriter {
  private static final int BUFFER_BYTES = 1 << 16;

  private final RecordBatch batch;
  private final SortedRows rows;
  private final RowPlaces places;
  private final Encoder block = new Encoder();
  private final Encoder index = new Encoder();
  private int blocks;
  private long vectors;

  private KeyFileWriter(RecordBatch batch, SortedRows rows, RowPlaces places) {
    this.batch = batch;
    this.rows = rows;
    this.places = places;
  }

  /**
   * A key file.
   *
   * @param file its digest is of the ids of records, not of deletions
   * @param vectorIds the digest of the ids of records with vectors, which their NPZ must have
   */
  public record Written(DataFile file, String vectorIds) {}

  /** Writes the file; it is durable on return, its folder is not yet. */
  public static Written write(
      StoreFiles files, String path, RecordBatch batch, SortedRows rows, RowPlaces places)
      throws IOException {
    KeyFileWriter writer = new KeyFileWriter(batch, rows, places);
    return new Written(writer.write(files, path), writer.digest(true));
  }

  private DataFile write(StoreFiles files, String path) throws IOException {
    try (HashedOutput out = new HashedOutput(files.create(path), BUFFER_BYTES)) {
      out.write(KeyFile.head());
      for (int rank = 0; rank < rows.size(); rank += KeyFile.BLOCK_ENTRIES) {
        writeBlock(out, rank, Math.min(rows.size(), rank + KeyFile.BLOCK_ENTRIES));
      }
      long footerAt = out.count();
      Encoder footer = footer();
      out.write(footer.bytes(), 0, footer.length());
      Encoder trailer = new Encoder();
      trailer.int64(footerAt);
      trailer.int32(footer.crc32c());
      trailer.raw(KeyFile.tail(), 0, KeyFile.tail().length);
      out.write(trailer.bytes(), 0, trailer.length());
      String sha256 = out.finish();
      return DataFile.of(FileKind.KEYS, path, rows.size(), out.count(), sha256)
          .withIdDigest(digest(false));
    }
  }

  private void writeBlock(HashedOutput out, int from, int to) throws IOException {
    block.reset();
    long firstVector = vectors;
    for (int rank = from; rank < to; rank++) {
      writeEntry(rank, rank == from);
    }
    int first = rows.row(from);
    index.sized(Arrays.copyOfRange(batch.ids(), batch.idStart(first), batch.idEnd(first)));
    index.varint(out.count());
    index.varint(firstVector);
    index.int32(block.crc32c());
    blocks++;
    out.write(block.bytes(), 0, block.length());
  }

  private void writeEntry(int rank, boolean firstOfBlock) {
    int row = rows.row(rank);
    byte[] ids = batch.ids();
    int start = batch.idStart(row);
    int end = batch.idEnd(row);
    int shared = firstOfBlock ? 0 : sharedWith(rows.row(rank - 1), start, end);
    block.varint(shared);
    block.varint(end - start - shared);
    block.raw(ids, start + shared, end - start - shared);
    boolean deletion = batch.isDeletion(row);
    boolean vector = !deletion && batch.hasVector(row);
    block.octet((deletion ? KeyFile.DELETION : 0) | (vector ? KeyFile.VECTOR : 0));
    block.varint(batch.commit(row));
    block.varint(batch.position(row));
    vectors += vector ? 1 : 0;
    if (!deletion) {
      block.varint(places.file(rank));
      block.varint(places.offset(rank));
      block.varint(places.length(rank));
      block.int32(places.crc32c(rank));
    }
  }

  private int sharedWith(int before, int start, int end) {
    int mismatch =
        Arrays.mismatch(
            batch.ids(), batch.idStart(before), batch.idEnd(before), batch.ids(), start, end);
    return mismatch < 0 ? end - start : mismatch;
  }

  private Encoder footer() {
    Encoder footer = new Encoder();
    footer.varint(rows.size());
    footer.varint(places.files().size());
    for (int f = 0; f < places.files().size(); f++) {
      footer.sized(places.files().get(f).path().getBytes(UTF_8));
      BlockTable table = places.blocks().get(f);
      footer.varint(table.blocks());
      if (!table.isEmpty()) {
        footer.varint(table.uncompressedBytes());
        footer.varint(table.bytes());
      }
      for (int b = 0; b < table.blocks(); b++) {
        footer.varint(table.uncompressedStart(b));
        footer.varint(table.start(b));
      }
    }
    footer.varint(blocks);
    footer.raw(index.bytes(), 0, index.length());
    return footer;
  }

  private String digest(boolean vectorsOnly) {
    IdDigest digest = new IdDigest();
    for (int rank = 0; rank < rows.size(); rank++) {
      int row = rows.row(rank);
      if (!batch.isDeletion(row) && (!vectorsOnly || batch.hasVector(row))) {
        digest.add(batch.ids(), batch.idStart(row), batch.idEnd(row));
      }
    }
    return digest.toString();
  }
}
