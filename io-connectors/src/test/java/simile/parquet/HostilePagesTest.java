package simile.parquet;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static simile.parquet.HandmadeParquet.dataPage;
import static simile.parquet.HandmadeParquet.dictionaryPage;
import static simile.parquet.HandmadeParquet.levels;
import static simile.parquet.HandmadeParquet.ofOneColumn;
import static simile.parquet.HostileFiles.oneColumn;
import static simile.parquet.HostileFiles.refused;
import static simile.parquet.HostileFiles.withBody;

import com.github.luben.zstd.Zstd;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import simile.parquet.format.Codec;
import simile.parquet.format.Encoding;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.ParquetLimits;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.Repetition;

/** Pages that lie, and pages that explode. */
class HostilePagesTest {

  private static byte[] numbers(int claimed, int level, int bytes) {
    return dataPage(claimed, Encoding.PLAIN, withBody(levels(level, claimed), new byte[bytes]));
  }

  @Test
  void countsThatDoNotAgree() {
    byte[] page = numbers(2, 1, 8);
    refused(
        ofOneColumn(1, PhysicalType.INT32)
            .chunk(PhysicalType.INT32, Codec.UNCOMPRESSED, 2, page)
            .build(),
        "more rows than it claims");
    refused(
        ofOneColumn(3, PhysicalType.INT32)
            .chunk(PhysicalType.INT32, Codec.UNCOMPRESSED, 2, page)
            .build(),
        "does not agree");
    refused(oneColumn(PhysicalType.INT32, 3, page).build(), "a header ends");
    refused(oneColumn(PhysicalType.INT32, 1, page).build(), "more values than their column");
    refused(oneColumn(PhysicalType.INT32, 2, numbers(2, 1, 4)).build(), "middle of a value");
    refused(oneColumn(PhysicalType.INT32, 2, numbers(2, 1, 0)).build(), "fewer values");
    refused(oneColumn(PhysicalType.INT32, 2, numbers(2, 3, 8)).build(), "levels that the schema");
  }

  @ParameterizedTest
  @EnumSource(
      value = Codec.class,
      names = {"SNAPPY", "GZIP", "ZSTD", "LZ4_RAW", "UNCOMPRESSED"})
  void pagesThatClaimMoreThanCanBe(Codec codec) {
    byte[] body = withBody(levels(1, 1), new byte[4]);
    byte[] page = dataPage(1, Encoding.PLAIN, body, Integer.MAX_VALUE);
    refused(
        ofOneColumn(1, PhysicalType.INT32).chunk(PhysicalType.INT32, codec, 1, page).build(),
        "cannot be");
    byte[] garbage = dataPage(1, Encoding.PLAIN, body, body.length - 1);
    refused(
        ofOneColumn(1, PhysicalType.INT32).chunk(PhysicalType.INT32, codec, 1, garbage).build(),
        "page");
  }

  @Test
  void pagesThatBecomeTooLarge() {
    byte[] zeros = new byte[64 << 20];
    byte[] page = dataPage(1, Encoding.PLAIN, Zstd.compress(zeros), zeros.length);
    refused(
        ofOneColumn(1, PhysicalType.INT32).chunk(PhysicalType.INT32, Codec.ZSTD, 1, page).build(),
        "67108864 bytes of memory");
  }

  @Test
  void dictionariesThatLie() {
    byte[] index = withBody(levels(1, 1), new byte[] {8, 2, 7});
    byte[] data = dataPage(1, Encoding.RLE_DICTIONARY, index);
    byte[] endless = dictionaryPage(Integer.MAX_VALUE, new byte[4]);
    refused(oneColumn(PhysicalType.INT32, 1, endless, data).build(), "a dictionary claims");
    byte[] ofOne = dictionaryPage(1, new byte[4]);
    refused(oneColumn(PhysicalType.INT32, 1, ofOne, data).build(), "value 7 of a dictionary of 1");
    refused(oneColumn(PhysicalType.INT32, 1, data).build(), "missing");
    refused(oneColumn(PhysicalType.INT32, 1, ofOne, ofOne, data).build(), "two dictionaries");
    byte[] wide =
        dataPage(1, Encoding.RLE_DICTIONARY, withBody(levels(1, 1), new byte[] {99, 2, 7}));
    refused(oneColumn(PhysicalType.INT32, 1, ofOne, wide).build(), "99 bits");
  }

  /** One value of a megabyte, which is there a million times. */
  @Test
  void dictionariesThatExplode() {
    GrowingBytes value = new GrowingBytes(1 << 20);
    value.putInt(1_000_000);
    value.put(new byte[1_000_000]);
    Arrays.fill(value.array(), 4, value.size(), (byte) 'x');
    GrowingBytes indexes = levels(1, 1_000_000);
    indexes.put(1);
    indexes.putVarint(2_000_000);
    indexes.put(0);
    byte[] file =
        ofOneColumn(1_000_000, PhysicalType.BYTE_ARRAY)
            .meaning(0, 1)
            .chunk(
                PhysicalType.BYTE_ARRAY,
                Codec.UNCOMPRESSED,
                1_000_000,
                dictionaryPage(1, value.toArray()),
                dataPage(1_000_000, Encoding.RLE_DICTIONARY, indexes.toArray()))
            .build();
    ParquetLimits tight = new ParquetLimits(1 << 20, 100_000, 1000, 8 << 20, 10, 4 << 20);
    ParquetFormatException e =
        assertThrows(ParquetFormatException.class, () -> ParquetFixtures.read(file, tight));
    assertThat(e.getMessage(), containsString("which only a trap does"));
  }

  @Test
  void rowsWithoutEnd() {
    byte[] page = numbers(Integer.MAX_VALUE, 0, 0);
    refused(
        oneColumn(PhysicalType.INT32, Integer.MAX_VALUE, page).build(), "which only a trap does");
  }

  @Test
  void listsWithoutEnd() {
    int items = Integer.MAX_VALUE;
    GrowingBytes repetitions = new GrowingBytes(16);
    repetitions.putVarint(2);
    repetitions.put(0);
    repetitions.putVarint((items - 1L) << 1);
    repetitions.put(1);
    GrowingBytes body = new GrowingBytes(64);
    body.putInt(repetitions.size());
    body.put(repetitions.array(), 0, repetitions.size());
    HandmadeParquet.addLevels(body, 1, items);
    byte[] file =
        new HandmadeParquet(1, 1)
            .group("l", Repetition.REQUIRED, 1)
            .meaning(3, 3)
            .group("list", Repetition.REPEATED, 1)
            .leaf("element", Repetition.OPTIONAL, PhysicalType.INT32)
            .chunk(
                PhysicalType.INT32,
                Codec.UNCOMPRESSED,
                items,
                dataPage(items, Encoding.PLAIN, body.toArray()))
            .build();
    refused(file, "a row becomes more than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80018004ffffffff0f00", // 128 a block in 512 parts
        "8080808010040100", // blocks of four billion
        "00040100", // blocks of none
        "80010400", // no values
        "8001047f00ffffffff", // widths of 255 bits
        "800104ffffffff0700004040404000" // two billion values
      })
  void differencesThatLie(String hex) {
    byte[] body = withBody(levels(1, 100), HexFormat.of().parseHex(hex));
    byte[] page = dataPage(100, Encoding.DELTA_BINARY_PACKED, body);
    refused(oneColumn(PhysicalType.INT64, 100, page).build(), "a page ");
    for (Encoding encoding : List.of(Encoding.DELTA_LENGTH_BYTE_ARRAY, Encoding.DELTA_BYTE_ARRAY)) {
      byte[] texts = dataPage(100, encoding, body);
      HandmadeParquet file = ofOneColumn(100, PhysicalType.BYTE_ARRAY).meaning(0, 1);
      refused(
          file.chunk(PhysicalType.BYTE_ARRAY, Codec.UNCOMPRESSED, 100, texts).build(), "a page ");
    }
  }
}
