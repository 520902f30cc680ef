package simile.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.SortedRows;
import simile.segment.BlockTable;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.RowPlaces;
import simile.testing.Schemas;

class KeyFileTest {
  private static final String PATH = "keys/s.keys";

  @TempDir Path folder;

  /** What one entry says. */
  private record Entry(
      String id,
      boolean deletion,
      long position,
      int file,
      long offset,
      int length,
      int crc,
      long vector) {}

  @Test
  void entriesComeBackById() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Map<String, Entry> entries = write(ids(random, random.nextInt(700)), random);
      try (KeyFileReader reader = open()) {
        assertThat(reader.entries(), is(entries.size()));
        assertThat(read(reader.cursor()), is(List.copyOf(entries.values())));
        assertThat(reader.files(), is(List.of("jsonl/a.jsonl", "jsonl/b.jsonl.gz")));
        assertThat(reader.tables(), is(List.of(BlockTable.NONE, TABLE)));
      }
    }
  }

  @Test
  void cursorFindsAnyIdInItsFirstBlock() throws IOException {
    for (int seed = 50; seed < 60; seed++) {
      Random random = new Random(seed);
      Map<String, Entry> entries = write(ids(random, 600), random);
      List<String> wanted = ids(random, 300);
      wanted.addAll(entries.keySet());
      try (KeyFileReader reader = open()) {
        for (String id : wanted) {
          assertThat(find(reader, id), is(entries.containsKey(id)));
        }
      }
    }
  }

  @Test
  void vectorsAreCountedAlsoAfterAnEmptyId() throws IOException {
    Random random = new Random(1);
    Map<String, Entry> entries = write(List.of("", "a", "b", "c"), random);
    try (KeyFileReader reader = open()) {
      assertThat(read(reader.cursor()), is(List.copyOf(entries.values())));
    }
  }

  @Test
  void fileThatWasCutIsRefused() throws IOException {
    write(ids(new Random(2), 150), new Random(2));
    byte[] whole = Files.readAllBytes(folder.resolve(PATH));
    for (int length = 0; length < whole.length; length += 7) {
      assertRefused(Arrays.copyOf(whole, length), "cut to " + length);
    }
  }

  @Test
  void flippedBitIsNoticed() throws IOException {
    write(ids(new Random(3), 150), new Random(3));
    byte[] whole = Files.readAllBytes(folder.resolve(PATH));
    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << (at % 8));
      assertRefused(damaged, "bit flipped in byte " + at);
    }
  }

  /** Checksums are made right again, so that the parser itself must hold. */
  @Test
  void forgedFileNeverBreaksTheReader() throws IOException {
    write(ids(new Random(4), 400), new Random(4));
    byte[] whole = Files.readAllBytes(folder.resolve(PATH));
    Random random = new Random(5);
    for (int i = 0; i < 800; i++) {
      byte[] forged = whole.clone();
      int footer = (int) ByteBuffer.wrap(whole).order(LITTLE).getLong(whole.length - 20);
      int at = footer + random.nextInt(whole.length - 20 - footer);
      forged[at] = (byte) random.nextInt();
      seal(forged, footer);
      readAnything(forged);
    }
  }

  @Test
  void forgedBlockNeverBreaksTheReader() throws IOException {
    List<String> few = ids(new Random(6), 100);
    write(few, new Random(6));
    byte[] whole = Files.readAllBytes(folder.resolve(PATH));
    int footer = (int) ByteBuffer.wrap(whole).order(LITTLE).getLong(whole.length - 20);
    Random random = new Random(7);
    for (int i = 0; i < 800; i++) {
      byte[] forged = whole.clone();
      forged[8 + random.nextInt(footer - 8)] = (byte) random.nextInt();
      // With one block its checksum is the last of the footer.
      CRC32C crc = new CRC32C();
      crc.update(forged, 8, footer - 8);
      ByteBuffer.wrap(forged).order(LITTLE).putInt(forged.length - 24, (int) crc.getValue());
      seal(forged, footer);
      readAnything(forged);
    }
  }

  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final BlockTable TABLE =
      new BlockTable(new long[] {0, 0, 262_000, 9_000}, 400_000, 17_000);

  private static void seal(byte[] file, int footer) {
    CRC32C crc = new CRC32C();
    crc.update(file, footer, file.length - 20 - footer);
    ByteBuffer.wrap(file).order(LITTLE).putInt(file.length - 12, (int) crc.getValue());
  }

  private void readAnything(byte[] bytes) throws IOException {
    Files.write(folder.resolve(PATH), bytes);
    try (KeyFileReader reader = open()) {
      KeyCursor cursor = reader.cursor();
      int seen = 0;
      while (cursor.next()) {
        seen++;
      }
      assertThat(seen, is(reader.entries()));
      find(reader, "m");
    } catch (CorruptKeyFileException expected) {
      assertThat(expected.getMessage(), expected.getMessage().contains(PATH), is(true));
    }
  }

  private void assertRefused(byte[] bytes, String how) throws IOException {
    Files.write(folder.resolve(PATH), bytes);
    try (KeyFileReader reader = open()) {
      read(reader.cursor());
    } catch (CorruptKeyFileException e) {
      assertThat(e.getMessage(), e.getMessage().contains(PATH), is(true));
      return;
    }
    throw new AssertionError("not noticed: " + how);
  }

  private KeyFileReader open() throws IOException {
    return KeyFileReader.open(new LocalFiles(folder), PATH);
  }

  private Map<String, Entry> write(List<String> ids, Random random) throws IOException {
    Files.deleteIfExists(folder.resolve(PATH));
    RecordBatch batch = batch(ids, random);
    SortedRows rows = SortedRows.of(batch);
    RowPlaces places = new RowPlaces(rows.size());
    for (int f = 0; f < 2; f++) {
      for (int rank = f; rank < rows.size(); rank += 2) {
        if (!batch.isDeletion(rows.row(rank))) {
          places.place(rank, random.nextLong() >>> 10, random.nextInt(1 << 20), random.nextInt());
        }
      }
      String path = f == 0 ? "jsonl/a.jsonl" : "jsonl/b.jsonl.gz";
      places.finishFile(
          DataFile.of(FileKind.JSONL, path, 0, 0, ""), f == 0 ? BlockTable.NONE : TABLE);
    }
    DataFile file = KeyFileWriter.write(new LocalFiles(folder), PATH, batch, rows, places).file();
    assertThat(file.bytes(), is(Files.size(folder.resolve(PATH))));
    return entries(batch, rows, places);
  }

  private static Map<String, Entry> entries(RecordBatch batch, SortedRows rows, RowPlaces places) {
    Map<String, Entry> entries =
        new TreeMap<>((a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8)));
    long vectors = 0;
    for (int rank = 0; rank < rows.size(); rank++) {
      int row = rows.row(rank);
      boolean gone = batch.isDeletion(row);
      boolean vector = !gone && batch.hasVector(row);
      entries.put(
          batch.id(row),
          new Entry(
              batch.id(row),
              gone,
              batch.position(row),
              places.file(rank),
              gone ? 0 : places.offset(rank),
              gone ? 0 : places.length(rank),
              gone ? 0 : places.crc32c(rank),
              vector ? vectors++ : -1));
    }
    return entries;
  }

  private static RecordBatch batch(List<String> ids, Random random) {
    RecordBatchBuilder builder =
        RecordBatch.builder(Schemas.analogies(OptionalInt.of(1)), new byte[0], "");
    for (int i = 0; i < ids.size(); i++) {
      byte[] id = ids.get(i).getBytes(UTF_8);
      builder.startRow(0, 0, (long) i * i * i).id(id, 0, id.length, false);
      switch (random.nextInt(4)) {
        case 0 -> builder.deletion();
        case 1 -> {}
        default -> builder.vector(new float[] {i});
      }
      builder.endRow();
    }
    return builder.build();
  }

  private static List<Entry> read(KeyCursor c) throws IOException {
    List<Entry> entries = new ArrayList<>();
    while (c.next()) {
      boolean gone = c.isDeletion();
      entries.add(
          new Entry(
              c.id(),
              gone,
              c.position(),
              c.file(),
              gone ? 0 : c.offset(),
              gone ? 0 : c.length(),
              gone ? 0 : c.crc32c(),
              c.hasVector() ? c.vector() : -1));
    }
    return entries;
  }

  private static boolean find(KeyFileReader reader, String id) throws IOException {
    byte[] wanted = id.getBytes(UTF_8);
    KeyCursor cursor = reader.cursorAt(wanted);
    for (int i = 0; i <= KeyFile.BLOCK_ENTRIES && cursor.next(); i++) {
      if (cursor.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** Ids with shared beginnings, of 1 to 5,000 bytes, some twice. */
  private static List<String> ids(Random random, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder id = new StringBuilder("shared/".repeat(random.nextInt(3)));
      int length = random.nextInt(80) == 0 ? random.nextInt(4_900) : 1 + random.nextInt(6);
      for (int c = 0; c < length; c++) {
        id.append(
            random.nextInt(8) == 0
                ? Character.toString(random.nextInt(0xD800))
                : random.nextInt(30) == 0
                    ? "\uD83D\uDE00"
                    : String.valueOf((char) ('a' + random.nextInt(4))));
      }
      ids.add(id.isEmpty() ? "a" : id.toString());
    }
    return ids;
  }
}
