package simile.parquet.format;

import java.util.ArrayList;
import java.util.List;
import simile.parquet.ParquetFormatException;

/** Takes a footer apart and checks that its parts can be true together. */
final class FooterCheck {
  private static final int SCHEMA = 2;
  private static final int ROWS = 3;
  private static final int ROW_GROUPS = 4;
  private static final int ENCRYPTION = 8;

  private static final int GROUP_COLUMNS = 1;
  private static final int GROUP_ROWS = 3;

  private static final int CHUNK_PATH = 1;
  private static final int CHUNK_META = 3;
  private static final int CHUNK_CRYPTO = 8;
  private static final int CHUNK_ENCRYPTED_META = 9;

  private static final int META_TYPE = 1;
  private static final int META_CODEC = 4;
  private static final int META_VALUES = 5;
  private static final int META_BYTES = 7;
  private static final int META_DATA_OFFSET = 9;
  private static final int META_DICTIONARY_OFFSET = 11;

  private final ThriftStruct footer;
  private final long bodyEnd;
  private final ParquetLimits limits;
  private long claimed;

  FooterCheck(ThriftStruct footer, long bodyEnd, ParquetLimits limits) {
    this.footer = footer;
    this.bodyEnd = bodyEnd;
    this.limits = limits;
  }

  FileFooter read() throws ParquetFormatException {
    if (footer.has(ENCRYPTION)) {
      throw new ParquetFormatException("the file is encrypted; decrypt it first");
    }
    FooterSum.check(footer);
    SchemaReader schema = new SchemaReader(footer.structs(SCHEMA, "the schema"));
    SchemaNode root = schema.read();
    List<SchemaNode> leaves = schema.leaves();
    if (leaves.size() > limits.columns()) {
      throw new ParquetFormatException(
          "the file has %d columns, more than the %d that are read"
              .formatted(leaves.size(), limits.columns()));
    }
    List<RowGroup> groups = new ArrayList<>();
    long rows = 0;
    for (ThriftStruct group : footer.structs(ROW_GROUPS, "the list of row groups")) {
      RowGroup read = rowGroup(group, leaves, rows);
      groups.add(read);
      rows += read.rows();
    }
    long said = footer.number(ROWS, "the number of rows");
    if (rows != said) {
      throw new ParquetFormatException(
          "the file claims %d rows, its row groups claim %d".formatted(said, rows));
    }
    return new FileFooter(footer, root, leaves, rows, groups, bodyEnd);
  }

  private RowGroup rowGroup(ThriftStruct group, List<SchemaNode> leaves, long firstRow)
      throws ParquetFormatException {
    long rows = group.number(GROUP_ROWS, "a row group's number of rows");
    if (rows < 0 || firstRow + rows < 0) {
      throw new ParquetFormatException("a row group claims " + rows + " rows");
    }
    List<ThriftStruct> chunks = group.structs(GROUP_COLUMNS, "a row group's columns");
    if (chunks.size() != leaves.size()) {
      throw new ParquetFormatException(
          "a row group has %d columns, the schema %d".formatted(chunks.size(), leaves.size()));
    }
    List<ColumnChunk> columns = new ArrayList<>(chunks.size());
    for (int i = 0; i < chunks.size(); i++) {
      columns.add(chunk(chunks.get(i), leaves.get(i)));
    }
    return new RowGroup(firstRow, rows, columns);
  }

  private ColumnChunk chunk(ThriftStruct chunk, SchemaNode leaf) throws ParquetFormatException {
    String name = "column '" + leaf.name() + "'";
    if (chunk.binary(CHUNK_PATH).filter(path -> path.length > 0).isPresent()) {
      throw new ParquetFormatException(name + " lies in another file");
    }
    if (chunk.has(CHUNK_CRYPTO) || chunk.has(CHUNK_ENCRYPTED_META)) {
      throw new ParquetFormatException(name + " is encrypted; decrypt the file first");
    }
    ThriftStruct meta = chunk.struct(CHUNK_META, "what describes " + name);
    if (PhysicalType.of(meta.number(META_TYPE, "a column's type")) != leaf.type().orElseThrow()) {
      throw new ParquetFormatException(name + " is of another type than the schema says");
    }
    long values = meta.number(META_VALUES, "the number of values of " + name);
    long bytes = meta.number(META_BYTES, "the size of " + name);
    long start = start(meta, name);
    if (values < 0 || bytes < 0 || start < FileFooter.MAGIC.length || start > bodyEnd - bytes) {
      throw new ParquetFormatException(
          "%s claims %d values in %d bytes at byte %d, of a file that has its footer at byte %d"
              .formatted(name, values, bytes, start, bodyEnd));
    }
    claim(bytes);
    Codec codec = Codec.of(meta.number(META_CODEC, "the compression of " + name));
    return new ColumnChunk(codec, values, start, bytes, ChunkSum.of(meta));
  }

  /** Some writers say 0 for a dictionary that is not there. */
  private static long start(ThriftStruct meta, String name) throws ParquetFormatException {
    long data = meta.number(META_DATA_OFFSET, "the place of " + name);
    long dictionary = meta.number(META_DICTIONARY_OFFSET).orElse(0);
    return dictionary > 0 && dictionary < data ? dictionary : data;
  }

  /** Bytes that several chunks claim would be read, and grow, several times. */
  private void claim(long bytes) throws ParquetFormatException {
    claimed += bytes;
    if (claimed > bodyEnd) {
      throw new ParquetFormatException("columns overlap: together they claim more than the file");
    }
  }
}
