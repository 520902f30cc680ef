package simile.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the rows of a segment lie in its JSONL files, by rank: the row's number in order of id,
 * deletions included.
 */
public final class RowPlaces {
  private final List<DataFile> files = new ArrayList<>();
  private final List<BlockTable> blocks = new ArrayList<>();
  private final int[] file;
  private final long[] offset;
  private final int[] length;
  private final int[] crc32c;

  /** For so many rows, none of which has a place yet. */
  public RowPlaces(int rows) {
    file = new int[rows];
    Arrays.fill(file, -1);
    offset = new long[rows];
    length = new int[rows];
    crc32c = new int[rows];
  }

  /** Says that a row is in the file that the next {@link #finishFile} will name. */
  public void place(int rank, long rowOffset, int rowLength, int checksum) {
    file[rank] = files.size();
    offset[rank] = rowOffset;
    length[rank] = rowLength;
    crc32c[rank] = checksum;
  }

  public void finishFile(DataFile done, BlockTable blockTable) {
    files.add(done);
    blocks.add(blockTable);
  }

  /** The JSONL files, in the order that {@link #file} counts. */
  public List<DataFile> files() {
    return List.copyOf(files);
  }

  /** Of each file, where its compressed blocks are. */
  public List<BlockTable> blocks() {
    return List.copyOf(blocks);
  }

  /** The index of the row's file, or -1 if it has none. */
  public int file(int rank) {
    return file[rank];
  }

  /** Where the row starts in its file, in uncompressed bytes. */
  public long offset(int rank) {
    return offset[rank];
  }

  /** The row's bytes without the line end. */
  public int length(int rank) {
    return length[rank];
  }

  /** The CRC-32C of the row's bytes without the line end. */
  public int crc32c(int rank) {
    return crc32c[rank];
  }
}
