package simile.parquet;

import java.util.ArrayList;
import java.util.List;
import simile.parquet.format.Codec;
import simile.parquet.format.Encoding;
import simile.parquet.format.FileFooter;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.Repetition;
import simile.parquet.format.ThriftStruct;
import simile.parquet.format.ThriftWriter;

/** Files put together by hand, of one row group, so that they can lie. */
final class HandmadeParquet {
  private final List<ThriftStruct> schema = new ArrayList<>();
  private final List<ThriftStruct> chunks = new ArrayList<>();
  private final GrowingBytes file = new GrowingBytes(1 << 10);
  private final long rows;

  HandmadeParquet(long rows, int fields) {
    this.rows = rows;
    file.put(FileFooter.MAGIC);
    schema.add(new ThriftStruct().with(4, "root").with(5, fields));
  }

  static HandmadeParquet ofOneColumn(long rows, PhysicalType type) {
    return new HandmadeParquet(rows, 1).leaf("v", Repetition.OPTIONAL, type);
  }

  HandmadeParquet element(ThriftStruct element) {
    schema.add(element);
    return this;
  }

  HandmadeParquet leaf(String name, Repetition repetition, PhysicalType type) {
    return element(
        new ThriftStruct()
            .with(1, type.number())
            .with(2, 2)
            .with(3, repetition.number())
            .with(4, name));
  }

  /** Says what the last element means, as a converted type and as a logical one. */
  HandmadeParquet meaning(int converted, int logical) {
    ThriftStruct last = schema.get(schema.size() - 1);
    last.with(6, converted);
    if (logical > 0) {
      last.with(10, new ThriftStruct().with(logical, new ThriftStruct()));
    }
    return this;
  }

  HandmadeParquet group(String name, Repetition repetition, int children) {
    return element(new ThriftStruct().with(3, repetition.number()).with(4, name).with(5, children));
  }

  /** Adds the next column, whose pages are given with their headers. */
  HandmadeParquet chunk(PhysicalType type, Codec codec, long values, byte[]... pages) {
    long start = file.size();
    for (byte[] page : pages) {
      file.put(page);
    }
    ThriftStruct meta =
        new ThriftStruct()
            .with(1, type.number())
            .with(4, codec.number())
            .with(5, values)
            .with(7, file.size() - start)
            .with(9, start);
    chunks.add(new ThriftStruct().with(2, start).with(3, meta));
    return this;
  }

  /** What the footer will say of the last column. */
  ThriftStruct lastMeta() {
    return chunks.get(chunks.size() - 1).struct(3).orElseThrow();
  }

  ThriftStruct lastChunk() {
    return chunks.get(chunks.size() - 1);
  }

  byte[] build() {
    ThriftStruct group = new ThriftStruct().with(1, chunks).with(3, rows);
    return build(new ThriftStruct().with(2, schema).with(3, rows).with(4, List.of(group)));
  }

  byte[] build(ThriftStruct footer) {
    int start = file.size();
    ThriftWriter.write(footer, file);
    file.putInt(file.size() - start);
    file.put(FileFooter.MAGIC);
    return file.toArray();
  }

  static byte[] dataPage(int values, Encoding encoding, byte[] body) {
    return dataPage(values, encoding, body, body.length);
  }

  static byte[] dataPage(int values, Encoding encoding, byte[] body, int fullBytes) {
    ThriftStruct data =
        new ThriftStruct().with(1, values).with(2, encoding.number()).with(3, 3).with(4, 3);
    return page(0, 5, data, body, fullBytes);
  }

  static byte[] dictionaryPage(int values, byte[] body) {
    ThriftStruct header = new ThriftStruct().with(1, values).with(2, Encoding.PLAIN.number());
    return page(2, 7, header, body, body.length);
  }

  private static byte[] page(int kind, int id, ThriftStruct of, byte[] body, int fullBytes) {
    GrowingBytes page = new GrowingBytes(body.length + 64);
    ThriftStruct header =
        new ThriftStruct().with(1, kind).with(2, fullBytes).with(3, body.length).with(id, of);
    ThriftWriter.write(header, page);
    page.put(body);
    return page.toArray();
  }

  /** Levels that are all the same, as a page begins with them. */
  static GrowingBytes levels(int level, int count) {
    GrowingBytes bytes = new GrowingBytes(16);
    addLevels(bytes, level, count);
    return bytes;
  }

  static void addLevels(GrowingBytes bytes, int level, long count) {
    GrowingBytes run = new GrowingBytes(16);
    run.putVarint(count << 1);
    run.put(level);
    bytes.putInt(run.size());
    bytes.put(run.array(), 0, run.size());
  }
}
