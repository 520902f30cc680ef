package simile.benchmarks.plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Writes the lines of a range as they came, one file for each source domain, in order of id. */
record JsonlFiles(Path root, String segment, ByteBuffer buffer, Flusher flusher) {

  Places write(Slab slab, Rows rows, int[] order, List<Written> written) throws IOException {
    Places places = new Places(rows.count());
    Partitions partitions = new Partitions();
    byte[] bytes = slab.bytes();
    for (int row : order) {
      places.partition[row] =
          partitions.of(
              bytes, rows.start(row, Field.SOURCE_DOMAIN), rows.end(row, Field.SOURCE_DOMAIN));
    }
    int[] ends = new int[partitions.count()];
    int[] grouped = group(order, places.partition, ends);
    int start = 0;
    for (int p = 0; p < ends.length; p++) {
      String name = "jsonl/" + partitions.folder(p) + "/" + segment + ".jsonl";
      written.add(file(name, slab, rows, grouped, start, ends[p], places));
      start = ends[p];
    }
    return places;
  }

  private Written file(
      String name, Slab slab, Rows rows, int[] grouped, int start, int end, Places places)
      throws IOException {
    HashedFile file = new HashedFile(root, name, buffer);
    for (int i = start; i < end; i++) {
      int row = grouped[i];
      places.offset[row] = (int) file.position();
      file.add(slab.bytes(), rows.lineStart(row), rows.lineEnd(row));
      file.room(1).put((byte) '\n');
    }
    return file.finish(end - start, flusher);
  }

  /** A counting sort by partition, which keeps the order of ids. Fills the end of each group. */
  private static int[] group(int[] order, int[] partition, int[] ends) {
    for (int row : order) {
      ends[partition[row]]++;
    }
    int sum = 0;
    for (int p = 0; p < ends.length; p++) {
      sum += ends[p];
      ends[p] = sum;
    }
    int[] grouped = new int[order.length];
    for (int i = order.length - 1; i >= 0; i--) {
      grouped[--ends[partition[order[i]]]] = order[i];
    }
    for (int p = 0; p < ends.length; p++) {
      ends[p] = p + 1 < ends.length ? ends[p + 1] : order.length;
    }
    return grouped;
  }
}
