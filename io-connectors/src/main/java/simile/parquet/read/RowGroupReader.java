package simile.parquet.read;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.ColumnChunk;
import simile.parquet.format.FileFooter;
import simile.parquet.format.ParquetLimits;
import simile.parquet.format.RowGroup;
import simile.parquet.format.SchemaNode;

/** Reads the rows of one row group, in the memory of a page a column. */
final class RowGroupReader {
  private static final int LONGEST_READ_AHEAD = 1 << 17;
  private static final int SHORTEST_READ_AHEAD = 1 << 12;

  private final RowGroup group;
  private final List<LeafReader> leaves = new ArrayList<>();
  private final RowReader rows;
  private final long maxBytes;
  private long read;
  private long bytes;

  RowGroupReader(
      SeekableByteChannel channel, FileFooter footer, RowGroup group, ParquetLimits limits)
      throws IOException {
    this.group = group;
    this.maxBytes = limits.freeBytes() + limits.expansion() * group.bytes();
    MemoryBudget budget = new MemoryBudget(limits.memoryBytes());
    long share = limits.memoryBytes() / 4 / footer.leaves().size();
    int readAhead = (int) Math.max(SHORTEST_READ_AHEAD, Math.min(LONGEST_READ_AHEAD, share));
    for (SchemaNode leaf : footer.leaves()) {
      ColumnChunk chunk = group.columns().get(leaf.firstLeaf());
      ChunkBytes stored =
          new ChunkBytes(channel, chunk.start(), chunk.start() + chunk.bytes(), readAhead, budget);
      leaves.add(new LeafReader(leaf, new ChunkPages(leaf, chunk, stored, budget)));
    }
    this.rows = new RowReader(footer.root(), leaves);
  }

  /** The number in the file of the row that is next. */
  long nextRow() {
    return group.firstRow() + read;
  }

  boolean hasNext() {
    return read < group.rows();
  }

  /** Writes the next row. */
  void write(JsonOut out) throws IOException {
    int start = out.size();
    out.beginLine();
    rows.write(out);
    read++;
    bytes += out.size() - start;
    if (bytes > maxBytes) {
      throw new ParquetFormatException(
          "%d bytes become more than %d of JSON, which only a trap does"
              .formatted(group.bytes(), maxBytes));
    }
    if (!hasNext()) {
      rows.requireEnd();
    }
  }
}
