package simile.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static simile.parquet.HandmadeParquet.dataPage;
import static simile.parquet.HandmadeParquet.levels;
import static simile.parquet.HandmadeParquet.ofOneColumn;

import org.junit.jupiter.api.Test;
import simile.parquet.format.Codec;
import simile.parquet.format.Encoding;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.Repetition;

/** What DuckDB does not write, and others have written. */
class ForeignParquetTest {

  private static byte[] text(String text) {
    GrowingBytes bytes = new GrowingBytes(16);
    addText(bytes, text);
    return bytes.toArray();
  }

  private static void addText(GrowingBytes bytes, String text) {
    bytes.putInt(text.getBytes(UTF_8).length);
    bytes.put(text.getBytes(UTF_8));
  }

  private static byte[] oneValue(GrowingBytes levels, byte[] value) {
    levels.put(value);
    return dataPage(1, Encoding.PLAIN, levels.toArray());
  }

  @Test
  void oldTimestampsOfTwelveBytesAreInstants() throws Exception {
    GrowingBytes value = new GrowingBytes(12);
    value.putLong(36_000_500_000_000L);
    value.putInt(2_460_432);
    byte[] file =
        ofOneColumn(1, PhysicalType.INT96)
            .chunk(
                PhysicalType.INT96, Codec.UNCOMPRESSED, 1, oneValue(levels(1, 1), value.toArray()))
            .build();
    assertThat(ParquetFixtures.read(file), contains("{\"v\":\"2024-05-01T10:00:00.500Z\"}"));
  }

  @Test
  void halvesAreNumbers() throws Exception {
    byte[] file =
        ofOneColumn(1, PhysicalType.FIXED)
            .meaning(-1, 15)
            .chunk(
                PhysicalType.FIXED,
                Codec.UNCOMPRESSED,
                1,
                oneValue(levels(1, 1), new byte[] {0, (byte) 0xc1}))
            .build();
    assertThat(ParquetFixtures.read(file), contains("{\"v\":-2.5}"));
  }

  @Test
  void listsOfTwoLevelsAndRepeatedFieldsAreArrays() throws Exception {
    GrowingBytes repeated = new GrowingBytes(32);
    HandmadeParquet.addLevels(repeated, 0, 1);
    HandmadeParquet.addLevels(repeated, 2, 1);
    GrowingBytes bare = new GrowingBytes(32);
    HandmadeParquet.addLevels(bare, 0, 1);
    HandmadeParquet.addLevels(bare, 1, 1);
    byte[] file =
        new HandmadeParquet(1, 2)
            .group("old", Repetition.OPTIONAL, 1)
            .meaning(3, 0)
            .leaf("array", Repetition.REPEATED, PhysicalType.BYTE_ARRAY)
            .meaning(0, 0)
            .leaf("bare", Repetition.REPEATED, PhysicalType.INT32)
            .chunk(PhysicalType.BYTE_ARRAY, Codec.UNCOMPRESSED, 1, oneValue(repeated, text("a")))
            .chunk(
                PhysicalType.INT32, Codec.UNCOMPRESSED, 1, oneValue(bare, new byte[] {7, 0, 0, 0}))
            .build();
    assertThat(ParquetFixtures.read(file), contains("{\"old\":[\"a\"],\"bare\":[7]}"));
  }

  @Test
  void itemsOfSeveralMembersAreObjects() throws Exception {
    GrowingBytes levels = new GrowingBytes(32);
    HandmadeParquet.addLevels(levels, 0, 1);
    HandmadeParquet.addLevels(levels, 2, 1);
    byte[] page = oneValue(levels, new byte[] {7, 0, 0, 0});
    byte[] file =
        new HandmadeParquet(1, 1)
            .group("pairs", Repetition.OPTIONAL, 1)
            .meaning(3, 3)
            .group("pair", Repetition.REPEATED, 2)
            .leaf("x", Repetition.REQUIRED, PhysicalType.INT32)
            .leaf("y", Repetition.REQUIRED, PhysicalType.INT32)
            .chunk(PhysicalType.INT32, Codec.UNCOMPRESSED, 1, page)
            .chunk(PhysicalType.INT32, Codec.UNCOMPRESSED, 1, page)
            .build();
    assertThat(ParquetFixtures.read(file), contains("{\"pairs\":[{\"x\":7,\"y\":7}]}"));
  }

  @Test
  void jsonThatWouldBreakOutOfItsPlaceIsText() throws Exception {
    GrowingBytes page = levels(1, 3);
    addText(page, "1},{\"id\":\"b\"");
    addText(page, " {\"a\":\r\n[\"]\\\"\"]} ");
    addText(page, "");
    byte[] file =
        ofOneColumn(3, PhysicalType.BYTE_ARRAY)
            .meaning(19, 12)
            .chunk(
                PhysicalType.BYTE_ARRAY,
                Codec.UNCOMPRESSED,
                3,
                dataPage(3, Encoding.PLAIN, page.toArray()))
            .build();
    assertThat(
        ParquetFixtures.read(file),
        contains(
            "{\"v\":\"1},{\\\"id\\\":\\\"b\\\"\"}",
            "{\"v\": {\"a\":  [\"]\\\"\"]} }",
            "{\"v\":\"\"}"));
  }

  @Test
  void floatsMayBeSplitByTheirBytes() throws Exception {
    GrowingBytes page = levels(1, 2);
    page.put(new byte[] {0, 0, 0, 0, (byte) 0x80, 0x20, 0x3f, 0x40});
    byte[] file =
        ofOneColumn(2, PhysicalType.FLOAT)
            .chunk(
                PhysicalType.FLOAT,
                Codec.UNCOMPRESSED,
                2,
                dataPage(2, Encoding.BYTE_STREAM_SPLIT, page.toArray()))
            .build();
    assertThat(ParquetFixtures.read(file), contains("{\"v\":1.0}", "{\"v\":2.5}"));
  }
}
