package simile.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static simile.parquet.HandmadeParquet.dataPage;
import static simile.parquet.HandmadeParquet.levels;
import static simile.parquet.HostileFiles.oneColumn;
import static simile.parquet.HostileFiles.refused;
import static simile.parquet.HostileFiles.withBody;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.parquet.format.Codec;
import simile.parquet.format.Encoding;
import simile.parquet.format.FileFooter;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.Repetition;
import simile.parquet.format.ThriftStruct;

/** Footers that lie. */
class HostileFooterTest {
  private static final byte[] PAGE =
      dataPage(1, Encoding.PLAIN, withBody(levels(1, 1), new byte[4]));

  private static byte[] file(String first, int footerLength, String last) {
    GrowingBytes bytes = new GrowingBytes(32);
    bytes.put(first.getBytes(US_ASCII));
    bytes.put(new byte[16]);
    bytes.putInt(footerLength);
    bytes.put(last.getBytes(US_ASCII));
    return bytes.toArray();
  }

  @Test
  void filesThatAreNoParquet() {
    refused(new byte[0], "no Parquet");
    refused("PAR1PAR1".getBytes(UTF_8), "no Parquet");
    refused(new byte[1000], "does not start and end with PAR1");
    refused(file("PAR1", 4, "PARX"), "does not start and end with PAR1");
    refused(file("PARE", 4, "PARE"), "encrypted");
    refused(file("PAR1", 4, "PARE"), "encrypted");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 17})
  void footersThatAreLongerThanTheFile(int length) {
    refused(file("PAR1", length, "PAR1"), "the footer claims");
  }

  @Test
  void footersThatAreTooLong() {
    ThriftStruct footer = new ThriftStruct().with(6, "x".repeat(2 << 20));
    refused(new HandmadeParquet(0, 0).build(footer), "the footer has 2097");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1c", // a struct in a struct in a struct
        "19", // a list of lists
        "19fcffffffff7f", // a list of more structs than there are bytes
        "18ffffffff07", // a text of two billion bytes
        "16ffffffffffffffffffffff", // a number without an end
        "1b", // a map
        "11" // truths without an end
      })
  void footersThatAreNoThrift(String hex) {
    GrowingBytes bytes = new GrowingBytes(1 << 12);
    bytes.put(FileFooter.MAGIC);
    byte[] unit = HexFormat.of().parseHex(hex);
    int start = bytes.size();
    while (bytes.size() < 4000) {
      bytes.put(unit);
    }
    bytes.putInt(bytes.size() - start);
    bytes.put(FileFooter.MAGIC);
    refused(bytes.toArray(), "a header ");
  }

  @Test
  void schemasThatAreNoTrees() {
    HandmadeParquet deep = new HandmadeParquet(1, 1);
    for (int i = 0; i < 5000; i++) {
      deep.group("g", Repetition.REQUIRED, 1);
    }
    refused(deep.leaf("v", Repetition.REQUIRED, PhysicalType.INT32).build(), "nested deeper");
    refused(new HandmadeParquet(1, Integer.MAX_VALUE).build(), "ends in the middle of a group");
    refused(new HandmadeParquet(1, 0).build(), "no members");
    HandmadeParquet twice = new HandmadeParquet(1, 2);
    twice.leaf("v", Repetition.REQUIRED, PhysicalType.INT32);
    refused(twice.leaf("v", Repetition.REQUIRED, PhysicalType.INT32).build(), "there twice");
    HandmadeParquet more = new HandmadeParquet(1, 1);
    more.leaf("v", Repetition.REQUIRED, PhysicalType.INT32);
    refused(more.leaf("w", Repetition.REQUIRED, PhysicalType.INT32).build(), "outside of its tree");
  }

  @Test
  void schemasThatAreTooWide() {
    HandmadeParquet wide = new HandmadeParquet(1, 1001);
    for (int i = 0; i < 1001; i++) {
      wide.leaf("v" + i, Repetition.REQUIRED, PhysicalType.INT32);
    }
    refused(wide.build(), "1001 columns");
  }

  @Test
  void columnsThatLieElsewhere() {
    HandmadeParquet beyond = oneColumn(PhysicalType.INT32, 1, PAGE);
    beyond.lastMeta().with(9, 1L << 40);
    refused(beyond.build(), "claims 1 values");
    HandmadeParquet negative = oneColumn(PhysicalType.INT32, 1, PAGE);
    negative.lastMeta().with(7, -5L);
    refused(negative.build(), "claims 1 values in -5 bytes");
    HandmadeParquet other = oneColumn(PhysicalType.INT32, 1, PAGE);
    other.lastChunk().with(1, "../../etc/passwd");
    refused(other.build(), "lies in another file");
  }

  @Test
  void columnsThatAreSomethingElse() {
    HandmadeParquet secret = oneColumn(PhysicalType.INT32, 1, PAGE);
    secret.lastChunk().with(8, new ThriftStruct());
    refused(secret.build(), "encrypted");
    HandmadeParquet retyped = oneColumn(PhysicalType.INT32, 1, PAGE);
    retyped.lastMeta().with(1, PhysicalType.INT64.number());
    refused(retyped.build(), "of another type");
    refused(oneColumn(PhysicalType.INT32, 1, PAGE, PAGE).build(rowsOf(2)), "the schema is missing");
  }

  private static ThriftStruct rowsOf(long rows) {
    return new ThriftStruct().with(3, rows);
  }

  @Test
  void columnsThatOverlap() {
    HandmadeParquet file = new HandmadeParquet(1, 100);
    byte[] body = withBody(levels(1, 1), new byte[4000]);
    for (int i = 0; i < 100; i++) {
      file.leaf("v" + i, Repetition.OPTIONAL, PhysicalType.INT32);
    }
    file.chunk(PhysicalType.INT32, Codec.UNCOMPRESSED, 1, dataPage(1, Encoding.PLAIN, body));
    ThriftStruct meta = file.lastMeta();
    for (int i = 1; i < 100; i++) {
      file.chunk(PhysicalType.INT32, Codec.UNCOMPRESSED, 1, new byte[0]);
      file.lastMeta().with(7, meta.number(7).orElseThrow()).with(9, meta.number(9).orElseThrow());
    }
    refused(file.build(), "overlap");
  }
}
