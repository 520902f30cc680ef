package simile.benchmarks.plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Writes a range's rows in order of id: the id behind its length (2 bytes), then the row's position
 * in the range, partition, offset, length and CRC-32C of the line (4 bytes each, big endian).
 */
record KeyFile(Path root, String segment, ByteBuffer buffer, Flusher flusher) {

  Written write(Slab slab, Rows rows, int[] order, Places places) throws IOException {
    HashedFile file = new HashedFile(root, "keys/" + segment + ".keys", buffer);
    CRC32C crc = new CRC32C();
    for (int row : order) {
      int idStart = rows.start(row, Field.ID);
      int idEnd = rows.end(row, Field.ID);
      int length = rows.lineEnd(row) - rows.lineStart(row);
      crc.reset();
      crc.update(slab.bytes(), rows.lineStart(row), length);
      file.room(2).putShort((short) (idEnd - idStart));
      file.add(slab.bytes(), idStart, idEnd);
      file.room(20)
          .putInt(row)
          .putInt(places.partition[row])
          .putInt(places.offset[row])
          .putInt(length)
          .putInt((int) crc.getValue());
    }
    return file.finish(order.length, flusher);
  }
}
