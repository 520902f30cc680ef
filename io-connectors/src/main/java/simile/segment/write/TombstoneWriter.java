package simile.segment.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import simile.files.HashedOutput;
import simile.files.StoreFiles;
import simile.record.IdDigest;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.DataFile;
import simile.segment.FileKind;

/**
 * Writes {@code tombstones/<segment>.jsonl}: a line {@code {"type":"deletion","target_id":…}} for
 * each deleted id, by id.
 */
final class TombstoneWriter {
  private static final int BUFFER_BYTES = 1 << 16;

  private TombstoneWriter() {}

  static DataFile write(StoreFiles files, String path, RecordBatch batch, SortedRows rows)
      throws IOException {
    IdDigest ids = new IdDigest();
    long count = 0;
    try (HashedOutput out = new HashedOutput(files.create(path), BUFFER_BYTES)) {
      for (int rank = 0; rank < rows.size(); rank++) {
        int row = rows.row(rank);
        if (batch.isDeletion(row)) {
          out.write("{\"type\":\"deletion\",\"target_id\":\"".getBytes(UTF_8));
          out.write(JsonStringEncoder.getInstance().quoteAsUTF8(batch.id(row)));
          out.write("\"}\n".getBytes(UTF_8));
          ids.add(batch.ids(), batch.idStart(row), batch.idEnd(row));
          count++;
        }
      }
      String sha256 = out.finish();
      return DataFile.of(FileKind.TOMBSTONES, path, count, out.count(), sha256)
          .withIdDigest(ids.toString());
    }
  }
}
