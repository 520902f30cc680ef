package simile.parquet.write;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.ThriftStruct;

/**
 * Moves what a footer says of a row group, for bytes that moved.
 *
 * @param by how many bytes later they are
 */
record FooterShift(long by) {
  static final int SCHEMA = 2;
  static final int ROWS = 3;
  static final int GROUPS = 4;

  private static final int GROUP_COLUMNS = 1;
  private static final int GROUP_OFFSET = 5;

  private static final int CHUNK_OFFSET = 2;
  private static final int CHUNK_META = 3;
  private static final int[] CHUNK_INDEXES = {4, 6};

  /** Data pages, index pages, dictionary, Bloom filter. */
  private static final int[] META_OFFSETS = {9, 10, 11, 14};

  ThriftStruct group(ThriftStruct group) throws ParquetFormatException {
    List<ThriftStruct> chunks = new ArrayList<>();
    for (ThriftStruct chunk : group.structs(GROUP_COLUMNS, "a row group's columns")) {
      shift(chunk, CHUNK_OFFSET);
      shift(chunk, CHUNK_INDEXES);
      shift(chunk.struct(CHUNK_META, "what describes a column"), META_OFFSETS);
      chunks.add(chunk);
    }
    shift(group, GROUP_OFFSET);
    return group.with(GROUP_COLUMNS, chunks);
  }

  /** 0 stands for none. */
  private void shift(ThriftStruct struct, int... ids) {
    for (int id : ids) {
      OptionalLong offset = struct.number(id);
      if (offset.isPresent() && offset.getAsLong() > 0) {
        struct.with(id, offset.getAsLong() + by);
      }
    }
  }
}
