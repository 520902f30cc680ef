package simile.parquet.read;

import java.io.IOException;
import java.util.Optional;
import java.util.zip.CRC32;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.Codec;
import simile.parquet.format.ColumnChunk;
import simile.parquet.format.PageHeader;
import simile.parquet.format.SchemaNode;
import simile.parquet.format.ThriftReader;

/** The pages of a column chunk, one after the other: checked, and decompressed within a budget. */
final class ChunkPages {
  private static final int FIRST_HEADER = 1 << 8;
  private static final int MAX_HEADER = 1 << 20;
  private static final int MAX_HEADER_VALUES = 1 << 10;

  private final SchemaNode leaf;
  private final ChunkBytes bytes;
  private final Codec codec;
  private final MemoryBudget budget;
  private final Decompressor decompressor = new Decompressor();
  private final Buffer page;
  private final Buffer dictionaryPage;
  private final CRC32 crc = new CRC32();
  private Optional<Dictionary> dictionary = Optional.empty();
  private final Optional<Integer> sum;
  private long entriesLeft;

  ChunkPages(SchemaNode leaf, ColumnChunk chunk, ChunkBytes bytes, MemoryBudget budget) {
    this.leaf = leaf;
    this.bytes = bytes;
    this.codec = chunk.codec();
    this.sum = chunk.crc();
    this.budget = budget;
    this.page = new Buffer(budget);
    this.dictionaryPage = new Buffer(budget);
    this.entriesLeft = chunk.values();
  }

  /**
   * The next page of values, or empty after the last. It makes the one before useless.
   *
   * @throws ParquetFormatException if it is damaged, or is not what the footer says
   */
  Optional<Page> next() throws IOException {
    while (entriesLeft > 0) {
      PageHeader header = header();
      int start = bytes.peek(header.bytes());
      checkCrc(header, start);
      decompressor.check(codec, header.bytes(), header.fullBytes());
      Optional<Page> next =
          switch (header.kind()) {
            case DATA -> Optional.of(page(header, start));
            case DATA_2 -> Optional.of(page2(header, start));
            case DICTIONARY -> dictionary(header, start);
            case INDEX -> Optional.empty();
          };
      bytes.skip(header.bytes());
      if (next.isPresent()) {
        return next;
      }
    }
    checkEnd();
    return Optional.empty();
  }

  /** Whether these were the bytes of the column, where its writer said what they are. */
  private void checkEnd() throws ParquetFormatException {
    if (sum.isPresent() && (bytes.left() > 0 || sum.get() != bytes.crc())) {
      throw new ParquetFormatException("a column is damaged: its checksum is another");
    }
  }

  /** A header's length is known only once it has been read. */
  private PageHeader header() throws IOException {
    int length = FIRST_HEADER;
    while (true) {
      length = (int) Math.min(length, bytes.left());
      int start = bytes.peek(length);
      ThriftReader reader =
          new ThriftReader(bytes.array(), start, start + length, MAX_HEADER_VALUES);
      try {
        PageHeader header = PageHeader.of(reader.struct(), leaf);
        bytes.skip(reader.position() - start);
        return header;
      } catch (ParquetFormatException e) {
        if (length == bytes.left() || length >= MAX_HEADER) {
          throw e;
        }
        length *= 8;
      }
    }
  }

  private void checkCrc(PageHeader header, int start) throws ParquetFormatException {
    if (header.crc().isEmpty()) {
      return;
    }
    crc.reset();
    crc.update(bytes.array(), start, header.bytes());
    if ((int) crc.getValue() != (int) header.crc().getAsLong()) {
      throw new ParquetFormatException("a page is damaged: its checksum is another");
    }
  }

  private Optional<Page> dictionary(PageHeader header, int start) throws ParquetFormatException {
    if (dictionary.isPresent()) {
      throw new ParquetFormatException("a column has two dictionaries");
    }
    byte[] full = dictionaryPage.ofLength(header.fullBytes());
    decompressor.decompress(
        codec, bytes.array(), start, header.bytes(), full, 0, header.fullBytes());
    Bytes values = new Bytes(full, 0, header.fullBytes());
    dictionary = Optional.of(Dictionary.read(leaf, values, header.values(), budget));
    return Optional.empty();
  }

  private Page page(PageHeader header, int start) throws ParquetFormatException {
    byte[] full = page.ofLength(header.fullBytes());
    decompressor.decompress(
        codec, bytes.array(), start, header.bytes(), full, 0, header.fullBytes());
    Bytes rest = new Bytes(full, 0, header.fullBytes());
    HybridDecoder repetitions = prefixed(rest, leaf.repetitionLevel());
    HybridDecoder definitions = prefixed(rest, leaf.definition());
    return page(header, repetitions, definitions, rest);
  }

  private static HybridDecoder prefixed(Bytes rest, int maxLevel) throws ParquetFormatException {
    return maxLevel == 0 ? HybridDecoder.zeros() : levels(rest.slice(rest.int32()), maxLevel);
  }

  private static HybridDecoder levels(Bytes levels, int maxLevel) throws ParquetFormatException {
    return maxLevel == 0
        ? HybridDecoder.zeros()
        : new HybridDecoder(levels, Integer.SIZE - Integer.numberOfLeadingZeros(maxLevel));
  }

  /** Levels are never compressed here, and values not always. */
  private Page page2(PageHeader header, int start) throws ParquetFormatException {
    int levels = header.repetitionBytes() + header.definitionBytes();
    byte[] full = page.ofLength(header.fullBytes());
    System.arraycopy(bytes.array(), start, full, 0, levels);
    decompressor.decompress(
        header.compressed() ? codec : Codec.UNCOMPRESSED,
        bytes.array(),
        start + levels,
        header.bytes() - levels,
        full,
        levels,
        header.fullBytes() - levels);
    Bytes rest = new Bytes(full, 0, header.fullBytes());
    Bytes repetitions = rest.slice(header.repetitionBytes());
    Bytes definitions = rest.slice(header.definitionBytes());
    return page(
        header,
        levels(repetitions, leaf.repetitionLevel()),
        levels(definitions, leaf.definition()),
        rest);
  }

  private Page page(
      PageHeader header, HybridDecoder repetitions, HybridDecoder definitions, Bytes values)
      throws ParquetFormatException {
    if (header.values() > entriesLeft) {
      throw new ParquetFormatException("pages have more values than their column");
    }
    entriesLeft -= header.values();
    ValueDecoder decoder =
        values.left() == 0
            ? into -> {
              throw new ParquetFormatException("a page has fewer values than it claims");
            }
            : Decoders.of(leaf, header.encoding(), values, dictionary);
    return new Page(header.values(), repetitions, definitions, decoder);
  }
}
