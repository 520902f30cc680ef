package simile.parquet.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import simile.parquet.format.ChunkSum;
import simile.parquet.format.Encoding;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.ThriftList;
import simile.parquet.format.ThriftStruct;

/**
 * Writes one column, page after page, a row group at a time. Subclasses add values; each value or
 * null comes with its levels.
 */
abstract class ColumnWriter {
  private static final int PAGE_BYTES = 1 << 20;
  private static final int PAGE_ENTRIES = 1 << 17;

  private static final int I32 = 5;
  private static final int BINARY = 8;

  private final Leaf leaf;
  private final PageSink dictionarySink;
  private final PageSink sink;
  private final GrowingBytes page;
  private final Levels repetitions;
  private final Levels definitions;
  private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
  private int pageEntries;
  private int pageNulls;
  private long entries;
  private long nulls;

  ColumnWriter(Leaf leaf, PageWorkshop shop) {
    this.leaf = leaf;
    this.page = shop.page();
    this.sink = shop.sink();
    this.dictionarySink = shop.sink();
    this.repetitions = new Levels(leaf.repetition());
    this.definitions = new Levels(leaf.definition());
  }

  abstract PageValues values();

  /** Adds what has no value: a null, or a list without items. */
  final void addNothing(int repetition, int definition) {
    repetitions.add(repetition);
    definitions.add(definition);
    pageEntries++;
    pageNulls++;
  }

  /** Counts a value, which the subclass adds. */
  final void addLevels(int repetition) {
    repetitions.add(repetition);
    definitions.add(leaf.definition());
    pageEntries++;
  }

  /** Counts the values of one list, of a column that is nothing but such lists. */
  final void addListLevels(int values) {
    repetitions.add(0);
    repetitions.add(1, values - 1);
    definitions.add(leaf.definition(), values);
    pageEntries += values;
  }

  /** Ends a row: a page holds whole rows. */
  final void endRow() {
    if (pageEntries >= PAGE_ENTRIES || values().bytes() >= PAGE_BYTES) {
      endPage();
    }
  }

  private void endPage() {
    if (pageEntries == 0) {
      return;
    }
    page.truncate(0);
    repetitions.drainTo(page);
    definitions.drainTo(page);
    Encoding encoding = values().drainTo(page);
    encodings.add(encoding);
    sink.addData(page, pageEntries, encoding);
    entries += pageEntries;
    nulls += pageNulls;
    pageEntries = 0;
    pageNulls = 0;
  }

  /** Writes the dictionary, if pages use one. */
  abstract void endDictionary(PageSink dictionaryPages, boolean used);

  abstract void statistics(ThriftStruct into);

  /**
   * Ends the row group: writes the column's pages, and returns what the footer says of them.
   *
   * @param offset where in the file they start
   */
  final ThriftStruct drainTo(OutputStream out, long offset) throws IOException {
    endPage();
    boolean coded = encodings.contains(Encoding.RLE_DICTIONARY);
    endDictionary(dictionarySink, coded);
    ThriftStruct meta = describe(offset, coded);
    dictionarySink.drainTo(out);
    sink.drainTo(out);
    encodings.clear();
    entries = 0;
    nulls = 0;
    return new ThriftStruct().with(2, offset).with(3, meta);
  }

  private ThriftStruct describe(long offset, boolean coded) {
    encodings.add(Encoding.RLE);
    if (coded) {
      encodings.add(Encoding.PLAIN);
    }
    List<Object> numbers = encodings.stream().<Object>map(Encoding::number).toList();
    List<Object> path = leaf.path().stream().<Object>map(name -> name.getBytes(UTF_8)).toList();
    ThriftStruct meta =
        new ThriftStruct()
            .with(1, leaf.type().number())
            .with(2, new ThriftList(I32, numbers))
            .with(3, new ThriftList(BINARY, path))
            .with(4, sink.codec())
            .with(5, entries)
            .with(6, dictionarySink.fullBytes() + sink.fullBytes())
            .with(7, (long) dictionarySink.bytes() + sink.bytes());
    ChunkSum.put(meta, crc());
    meta.with(9, offset + dictionarySink.bytes());
    if (coded) {
      meta.with(11, offset);
    }
    ThriftStruct statistics = new ThriftStruct().with(3, nulls);
    statistics(statistics);
    return meta.with(12, statistics);
  }

  private CRC32 crc() {
    CRC32 crc = new CRC32();
    dictionarySink.addTo(crc);
    sink.addTo(crc);
    return crc;
  }
}
