package simile.proof.input;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.files.LocalFiles;
import simile.input.Codec;
import simile.input.InputException;
import simile.input.SourceFile;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.Store;
import simile.store.StoreNotFoundException;

/** Compressed input is read to its end, or not at all. */
class CompressedInputTest {
  private static final int RECORDS = 400;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Codec.class)
  void everyMemberOfAConcatenationIsRead(Codec codec) throws IOException {
    for (int readBytes : new int[] {1, 7, 1 << 16}) {
      byte[] file = members(codec, 40);
      Path store = folder.resolve("store-" + readBytes);
      ingest(store, codec, file, readBytes);
      assertThat(Stored.analogies(store).size(), is(RECORDS));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Codec.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void truncatedFileIsAnErrorAndNothingIsCommitted(Codec codec) throws IOException {
    byte[] file = members(codec, 1);
    for (int cut : new int[] {1, 3, 5, 11, file.length / 2, file.length - 4}) {
      requireRefused(codec, Arrays.copyOf(file, file.length - cut));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Codec.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void damagedFileIsAnErrorAndNothingIsCommitted(Codec codec) throws IOException {
    Random random = new Random(5);
    for (int members : new int[] {1, 3}) {
      byte[] file = members(codec, members);
      for (int round = 0; round < 40; round++) {
        byte[] damaged = file.clone();
        damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        requireRefusedOrSame(codec, damaged);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Codec.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void textThatOnlyHasTheNameIsAnError(Codec codec) {
    requireRefused(codec, Lines.analogies(3));
  }

  @ParameterizedTest
  @EnumSource(value = Codec.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void memberWhoseHeaderIsDamagedIsAnErrorAndNotTheEnd(Codec codec) throws IOException {
    byte[] first = compress(codec, Lines.analogies(10));
    byte[] both = Arrays.copyOf(first, first.length * 2);
    System.arraycopy(first, 0, both, first.length, first.length);
    both[first.length + 1] ^= 0x55;
    requireRefused(codec, both);
  }

  private void requireRefused(Codec codec, byte[] file) {
    InputException refused =
        assertThrows(
            InputException.class, () -> ingest(folder.resolve("none"), codec, file, 1 << 16));
    assertThat(refused.getMessage(), containsString("input"));
    assertThat(refused.getMessage(), refused.isDamage(), is(true));
    assertThrows(StoreNotFoundException.class, () -> Store.open(folder.resolve("none").toString()));
  }

  /** A flipped bit may be one that nothing depends on, such as the time in a header. */
  private void requireRefusedOrSame(Codec codec, byte[] file) throws IOException {
    Path store = folder.resolve("maybe-" + Arrays.hashCode(file));
    try {
      ingest(store, codec, file, 1 << 16);
    } catch (InputException e) {
      assertThrows(StoreNotFoundException.class, () -> Store.open(store.toString()));
      return;
    }
    assertThat(Stored.analogies(store).size(), is(RECORDS));
  }

  private static void ingest(Path store, Codec codec, byte[] file, int readBytes)
      throws IOException {
    String name = "input.jsonl" + suffix(codec);
    MemoryInputs inputs = new MemoryInputs(Map.of(name, file), readBytes);
    List<SourceFile> files = inputs.list();
    PlainIngest.into(new LocalFiles(store), "run-1").run(inputs, files);
  }

  private static byte[] members(Codec codec, int members) throws IOException {
    byte[] all = Lines.analogies(RECORDS);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < members; i++) {
      int start = all.length / members * i;
      int end = i + 1 == members ? all.length : all.length / members * (i + 1);
      file.write(compress(codec, Arrays.copyOfRange(all, start, end)));
    }
    return file.toByteArray();
  }

  private static byte[] compress(Codec codec, byte[] bytes) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = compressor(codec, file)) {
      out.write(bytes);
    }
    return file.toByteArray();
  }

  private static OutputStream compressor(Codec codec, OutputStream to) throws IOException {
    return switch (codec) {
      case PLAIN -> to;
      case GZIP -> new GZIPOutputStream(to);
      case ZSTD -> new ZstdOutputStream(to).setChecksum(true);
      case BZIP2 -> new BZip2CompressorOutputStream(to);
    };
  }

  private static String suffix(Codec codec) {
    return switch (codec) {
      case PLAIN -> "";
      case GZIP -> ".gz";
      case ZSTD -> ".zst";
      case BZIP2 -> ".bz2";
    };
  }
}
