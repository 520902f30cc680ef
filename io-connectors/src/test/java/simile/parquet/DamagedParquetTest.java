package simile.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static simile.parquet.HandmadeParquet.dataPage;
import static simile.parquet.HandmadeParquet.levels;
import static simile.parquet.HostileFiles.withBody;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.parquet.format.Codec;
import simile.parquet.format.Encoding;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.Repetition;

/** Flipped, overwritten and missing bytes. */
class DamagedParquetTest {

  /** Our own files say the checksum of every byte, so that no damage goes unseen. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damageOfOwnFilesIsAlwaysSeen(long seed) throws Exception {
    List<String> lines = new RandomAnalogies(seed).lines(300);
    byte[] good =
        ParquetFixtures.write(ParquetOptions.defaults().withRowGroups(90, 1 << 20), lines);
    List<String> rows = ParquetFixtures.read(good, HostileFiles.LIMITS);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bad = damaged(good, random);
      assertThat("seed %d, damage %d".formatted(seed, i), isReadOrRefused(bad, rows), is(true));
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    int at = random.nextInt(good.length);
    byte[] bad = good.clone();
    switch (random.nextInt(5)) {
      case 0 -> bad = Arrays.copyOf(good, at);
      case 1 -> Arrays.fill(bad, at, Math.min(bad.length, at + 16), (byte) random.nextInt());
      default -> bad[at] ^= (byte) (1 << random.nextInt(8));
    }
    return bad;
  }

  private static boolean isReadOrRefused(byte[] file, List<String> rows) throws IOException {
    long before = HostileFiles.allocated();
    try {
      return ParquetFixtures.read(file, HostileFiles.LIMITS).equals(rows);
    } catch (ParquetFormatException e) {
      return e.getMessage().startsWith("x.parquet: ")
          && HostileFiles.allocated() - before < HostileFiles.MAX_ALLOCATED;
    }
  }

  /** Without checksums other rows may come out; but nothing else than rows or an error. */
  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void damageOfFilesWithoutChecksumsIsBounded(long seed) throws Exception {
    byte[] good = withoutChecksums(seed);
    assertThat(ParquetFixtures.read(good).size(), is(50));
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      byte[] bad = damaged(good, random);
      long before = HostileFiles.allocated();
      try {
        ParquetFixtures.read(bad, HostileFiles.LIMITS);
      } catch (ParquetFormatException e) {
        assertThat(e.getMessage(), startsWith("x.parquet: "));
      }
      assertThat(
          "seed %d, damage %d".formatted(seed, i),
          HostileFiles.allocated() - before,
          lessThan(HostileFiles.MAX_ALLOCATED));
    }
  }

  private static byte[] withoutChecksums(long seed) {
    byte[] body = new byte[200];
    new Random(seed).nextBytes(body);
    byte[] numbers = dataPage(50, Encoding.PLAIN, withBody(levels(1, 50), body));
    GrowingBytes texts = levels(1, 50);
    for (int i = 0; i < 50; i++) {
      texts.putInt(3);
      texts.put("abc".getBytes(UTF_8));
    }
    return new HandmadeParquet(50, 2)
        .leaf("n", Repetition.OPTIONAL, PhysicalType.INT32)
        .leaf("t", Repetition.OPTIONAL, PhysicalType.BYTE_ARRAY)
        .meaning(0, 1)
        .chunk(PhysicalType.INT32, Codec.UNCOMPRESSED, 50, numbers)
        .chunk(
            PhysicalType.BYTE_ARRAY,
            Codec.UNCOMPRESSED,
            50,
            dataPage(50, Encoding.PLAIN, texts.toArray()))
        .build();
  }
}
