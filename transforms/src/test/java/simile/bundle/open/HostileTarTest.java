package simile.bundle.open;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyArray;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static simile.bundle.open.HostileTars.endlessIndex;
import static simile.bundle.open.HostileTars.flipped;
import static simile.bundle.open.HostileTars.named;
import static simile.bundle.open.HostileTars.sized;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import simile.bundle.Bundle;
import simile.bundle.BundleException;
import simile.bundle.BundleJson;
import simile.bundle.BundlePacker;
import simile.bundle.Samples;

/** Archives that mean harm or are damaged: each is refused, says why, and leaves nothing. */
class HostileTarTest {
  private static final long SEED = 20261128;

  @TempDir Path folder;

  private final Samples sample = Samples.typical();
  private final Bundle bundle = sample.bundle();
  private byte[] sound;
  private Path temporary;

  @BeforeEach
  void pack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BundlePacker.pack(
        bundle, file -> new ByteArrayInputStream(sample.files().get(file.path())), out);
    sound = out.toByteArray();
    temporary = folder.resolve("temporary");
  }

  @Test
  void aSoundOneIsUnpackedAndDeletedWhenClosed() throws IOException {
    Path archive = Files.write(folder.resolve("sound.tar"), sound);
    assertThat(OpenBundle.isBundle(archive), is(true));
    try (OpenBundle open = OpenBundle.open(archive, temporary)) {
      assertThat(open.bundle(), is(bundle));
      for (var file : bundle.files()) {
        assertThat(
            Files.readAllBytes(Path.of(open.location(file.path()))),
            is(sample.files().get(file.path())));
      }
    }
    assertThat(temporary.toFile().list(), is(emptyArray()));
  }

  @TestFactory
  Stream<DynamicTest> tricks() {
    return Stream.of(
        more("a symbolic link", "a symbolic link", t -> t.link('2', "models/l", "/etc/passwd")),
        more("a symbolic link upwards", "a symbolic link", t -> t.link('2', "models/l", "../..")),
        more("a hard link", "a hard link", t -> t.link('1', "models/l", "bundle.json")),
        more("a character device", "a device", t -> t.link('3', "models/d", "")),
        more("a block device", "a device", t -> t.link('4', "models/d", "")),
        more("a pipe", "a pipe", t -> t.link('6', "models/p", "")),
        more("a sparse file", "a sparse file", t -> t.link('S', "models/s", "")),
        more("a GNU long link", "long target", t -> t.entry('K', "x", "", 4, bytes("abc\0"))),
        more("a multi-volume part", "unknown type", t -> t.link('M', "models/m", "")),
        more("a volume's label", "unknown type", t -> t.link('V', "label", "")),
        more("a contiguous file", "unknown type", t -> t.link('7', "models/c", "")),
        more(
            "a global header",
            "global pax header",
            t -> t.entry('g', "g", "", 9, bytes("9 path=x\n"))),
        more("an absolute name", "unsafe name", t -> t.file("/etc/cron.d/x", bytes("x"))),
        more("a name upwards", "unsafe name", t -> t.file("../x", bytes("x"))),
        more("a name upwards within", "unsafe name", t -> t.file("models/../../x", bytes("x"))),
        more(
            "a name with backslashes", "unsafe name", t -> t.file("models\\..\\..\\x", bytes("x"))),
        more("a drive", "unsafe name", t -> t.file("C:/x", bytes("x"))),
        more("an empty name", "unsafe name", t -> t.file("", bytes("x"))),
        more("a name of dots", "unsafe name", t -> t.file(".", bytes("x"))),
        more("a file that is a folder", "unsafe name", t -> t.file("models/", bytes("x"))),
        more("a folder upwards", "unsafe name", t -> t.link('5', "../models/", "")),
        more("a folder that is absolute", "unsafe name", t -> t.link('5', "/tmp/", "")),
        more(
            "a folder with content",
            "has content",
            t -> t.entry('5', "models/", "", 3, bytes("abc"))),
        more("a line feed in a name", "unsafe name", t -> t.file("models/a\nb", bytes("x"))),
        more(
            "a name that is not UTF-8",
            "not UTF-8",
            t -> t.header(named(new byte[] {'m', (byte) 0xff}))),
        more(
            "a name that hides something",
            "hidden behind",
            t -> t.header(named(bytes("models/a\0b")))),
        more(
            "a name twice",
            "is there twice",
            t -> t.file("README.md", bytes("x")).file("README.md", bytes("x"))),
        more(
            "the index twice",
            "is there twice",
            t -> t.file("bundle.json", BundleJson.toBytes(bundle))),
        more(
            "a file twice",
            "is there twice",
            t -> t.file("data/frames/part-00000-of-00001.jsonl", bytes(""))),
        more(
            "names that differ in case",
            "differ only in case",
            t -> t.file("BUNDLE.json", bytes("x"))),
        more(
            "names that differ in form",
            "differ only in case",
            t -> t.file("ltn", bytes("x")).file("LTN", bytes("x"))),
        more("a file too many", "does not name it", t -> t.file("models/more", bytes("x"))),
        more("a file at the root", "does not name it", t -> t.file("else.txt", bytes("x"))),
        more(
            "a pax name upwards",
            "unsafe name",
            t -> t.pax("path=../../x").file("models/m", bytes("x"))),
        more(
            "a pax name that is absolute",
            "unsafe name",
            t -> t.pax("path=/x").file("models/m", bytes("x"))),
        more(
            "a pax link",
            "says 'linkpath'",
            t -> t.pax("linkpath=/etc").file("models/m", bytes("x"))),
        more(
            "a pax sparse map",
            "says 'GNU.sparse",
            t -> t.pax("GNU.sparse.map=0,1").file("models/m", bytes("x"))),
        more(
            "a pax sparse size",
            "says 'GNU.sparse",
            t -> t.pax("GNU.sparse.realsize=9999999999").file("models/m", bytes("x"))),
        more(
            "a pax character set",
            "says 'hdrcharset'",
            t -> t.pax("hdrcharset=BINARY").file("models/m", bytes("x"))),
        more(
            "a pax size that is none",
            "no number",
            t -> t.pax("size=-1").file("models/m", bytes("x"))),
        more(
            "a pax size beyond the end",
            "cut short or lies",
            t -> t.pax("size=99999999999").file("models/m", bytes("x"))),
        more(
            "a pax path twice",
            "twice",
            t -> t.pax("path=a", "path=b").file("models/m", bytes("x"))),
        more(
            "two pax headers",
            "two headers",
            t -> t.pax("path=a").pax("path=b").file("models/m", bytes("x"))),
        more(
            "a pax header and a long name",
            "two names",
            t -> t.pax("path=a").entry('L', "l", "", 1, bytes("b")).file("m", bytes("x"))),
        more(
            "a pax header that is damaged",
            "damaged",
            t -> t.entry('x', "p", "", 5, bytes("99 a="))),
        more(
            "a pax header without a length",
            "damaged",
            t -> t.entry('x', "p", "", 7, bytes("path=x\n"))),
        more("a pax header of zero", "damaged", t -> t.entry('x', "p", "", 9, bytes("0 path=x\n"))),
        more(
            "an endless pax header",
            "at most 65536",
            t -> t.entry('x', "p", "", 1 << 20, new byte[1 << 20])),
        more(
            "an endless long name",
            "at most 65536",
            t -> t.entry('L', "l", "", 1 << 20, new byte[1 << 20])),
        more("a pax header at the end", "does not follow", t -> t.pax("path=a")),
        more(
            "a size beyond the end",
            "cut short or lies",
            t -> t.entry('0', "models/big", "", 8L << 30, bytes("x"))),
        more("a size beyond all measure", "beyond all measure", t -> t.header(sized(0xff))),
        more("a size that is none", "number that is none", t -> t.header(sized('z'))),
        more("no header at all", "no header", t -> t.raw(new byte[511]).raw(bytes("x"))),
        whole("nothing", "no bundle.json", a -> new byte[1024]),
        whole("an empty file", "cut short", a -> new byte[0]),
        whole("no index", "no bundle.json", a -> new RawTar().file("README.md", bytes("x")).end()),
        whole(
            "an index that is a folder",
            "no bundle.json",
            a -> new RawTar().link('5', "bundle.json/", "").end()),
        whole(
            "an index that is no JSON",
            "not JSON",
            a -> new RawTar().file("bundle.json", bytes("<x/>")).end()),
        whole("an index that is endless", "at most", a -> endlessIndex()),
        whole(
            "an index and nothing else",
            "is missing",
            a -> new RawTar().file("bundle.json", BundleJson.toBytes(bundle)).end()),
        whole(
            "something behind the end",
            "behind the end",
            a -> new RawTar().raw(a).file("models/x", bytes("x")).end()),
        whole(
            "one byte behind the end",
            "behind the end",
            a -> new RawTar().raw(a).raw(bytes("x")).bytes()),
        whole("no end", "cut short", a -> Arrays.copyOf(a, a.length - 1024)),
        whole("gzip", "a gzip file", a -> new byte[] {0x1f, (byte) 0x8b, 8, 0}),
        whole("zip", "a zip file", a -> bytes("PK\3\4....")),
        whole("zstd", "a zstd file", a -> new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}),
        whole("text", "cut short", a -> bytes("hello")),
        whole("a wrong byte in a file", "is damaged", HostileTars::withWrongByte),
        whole("a wrong checksum", "checksum is wrong", a -> flipped(a, 0)),
        whole("JSON of its own", "no header", a -> BundleJson.toBytes(bundle)));
  }

  /** A flip is refused, or it is in what says nothing: then the files are the same. */
  @Test
  void flippedBitsAreNoticedWhereverTheyMatter() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      int bit = random.nextInt(sound.length * 8);
      byte[] flipped = sound.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      expectRefusalOrTheSame(flipped, "seed %d, bit %d".formatted(SEED, bit));
    }
  }

  @Test
  void cutsAreNoticed() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      int length = random.nextInt(sound.length - 1024);
      byte[] cut = Arrays.copyOf(sound, length);
      assertThrows(BundleException.class, () -> open(cut), "seed " + SEED + ", cut at " + length);
      assertThat(left(), is(emptyArray()));
    }
  }

  private DynamicTest more(String what, String why, UnaryOperator<RawTar> trick) {
    return whole(
        what, why, a -> trick.apply(new RawTar().raw(Arrays.copyOf(a, a.length - 1024))).end());
  }

  private DynamicTest whole(String what, String why, UnaryOperator<byte[]> trick) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          byte[] archive = trick.apply(sound);
          BundleException refusal = assertThrows(BundleException.class, () -> open(archive));
          assertThat(
              refusal.getMessage(), allOf(containsString("hostile.tar"), containsString(why)));
          assertThat(left(), is(emptyArray()));
        });
  }

  private void expectRefusalOrTheSame(byte[] archive, String which) throws IOException {
    try (OpenBundle open = OpenBundle.open(write(archive), temporary)) {
      assertThat(which, open.bundle().files(), is(bundle.files()));
    } catch (BundleException e) {
      assertThat(which, e.getMessage(), containsString("hostile.tar"));
    }
    assertThat(which, left(), is(emptyArray()));
  }

  private void open(byte[] archive) throws IOException {
    OpenBundle.open(write(archive), temporary).close();
  }

  private Path write(byte[] archive) throws IOException {
    return Files.write(folder.resolve("hostile.tar"), archive);
  }

  private String[] left() {
    String[] names = temporary.toFile().list();
    return names == null ? new String[0] : names;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
