package simile.npz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were made to hurt, or damaged: refused with a reason, or read as they were meant. */
final class HostileNpzTest {
  private static final int S = ZipEntry.STORED;
  private static final int D = ZipEntry.DEFLATED;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;

  @TempDir Path folder;

  static Stream<Arguments> refused() throws IOException {
    byte[] ids = NpzFixtures.ids();
    byte[] vectors = NpzFixtures.embeddings();
    byte[] good = NpzFixtures.zip(S, ids, vectors);
    byte[] pickle = "\u0080\u0004cos\nsystem\n(S'true'\ntR.".getBytes(ISO_8859_1);
    return Stream.of(
        arguments("empty file", new byte[0], "not a ZIP"),
        arguments("text", "hello".getBytes(UTF_8), "not a ZIP"),
        arguments("a bare npy", vectors, "not a ZIP"),
        arguments("no ids", NpzFixtures.zip(S, "embeddings.npy", vectors), "no 'ids.npy'"),
        arguments("no embeddings", NpzFixtures.zip(S, "ids.npy", ids), "no 'embeddings.npy'"),
        arguments("pickle as member", NpzFixtures.zip(S, pickle, vectors), "x93NUMPY"),
        arguments("object ids", with(ids("|O", "(3,)"), vectors), "pickle"),
        arguments("object embeddings", with(ids, embeddings("|O", "(3, 4)")), "pickle"),
        arguments("structs", with(ids, vectors("[('a', '<f4')]", "(3, 4)")), "structs"),
        arguments("complex", with(ids, embeddings("<c8", "(3, 2)")), "type '<c8'"),
        arguments("integers", with(ids, embeddings("<i4", "(3, 4)")), "expected f2, f4 or f8"),
        arguments("float ids", with(ids("<f4", "(9,)"), vectors), "expected U, S, i4 or i8"),
        arguments("dates", with(ids("<M8[s]", "(3,)"), vectors), "type '<M8[s]'"),
        arguments("width 0", with(ids("<U0", "(3,)"), vectors), "type '<U0'"),
        arguments("width 9999999", with(ids("<U9999999", "(3,)"), vectors), "type '<U9999999'"),
        arguments("width 10^20", with(ids("<U1" + "0".repeat(20), "(3,)"), vectors), "type"),
        arguments("Fortran", with(ids, order(EMBEDDINGS_TRUE)), "Fortran"),
        arguments("scalar", with(ids, embeddings("<f4", "()")), "expected (n, d)"),
        arguments("1-d vectors", with(ids, embeddings("<f4", "(12,)")), "expected (n, d)"),
        arguments("3-d vectors", with(ids, embeddings("<f4", "(3, 2, 2)")), "expected (n, d)"),
        arguments("2-d ids", with(ids("<U3", "(3, 1)"), vectors), "expected (n,)"),
        arguments("negative", with(ids, embeddings("<f4", "(-3, 4)")), "a size"),
        arguments("huge n", with(ids, embeddings("<f4", "(99999999999, 4)")), "shape"),
        arguments("huge d", with(ids, embeddings("<f4", "(3, 99999999999)")), "columns"),
        arguments("overflow", with(ids, embeddings("<f4", "(2147483647, 1048576)")), "of data"),
        arguments("sizes of 30 digits", with(ids, embeddings("<f4", nines(30))), "a size"),
        arguments("wide and empty", with(ids, embeddings("<f4", "(0, 30000000)")), "columns"),
        arguments("no columns", with(ids, embeddings("<f4", "(3, 0)")), "columns"),
        arguments("too few data", with(ids, embeddings("<f4", "(4, 4)")), "bytes of data"),
        arguments("too many data", with(ids, embeddings("<f4", "(2, 4)")), "bytes of data"),
        arguments("counts differ", with(ids("<U1", "(9,)"), vectors), "9 ids but 3"),
        arguments("code in the dict", with(ids, order("__import__('os')")), "not understood"),
        arguments("key twice", with(ids, order("{'shape': (3,), 'shape': (3,)}")), "once"),
        arguments("unknown key", with(ids, order("{'descr': '<f4', 'x': 1}")), "once"),
        arguments("key missing", with(ids, order("{'descr': '<f4'}")), "expected all of"),
        arguments("open dict", with(ids, order("{'descr': '<f4'")), "expected '}'"),
        arguments("open string", with(ids, order("{'descr")), "plain string"),
        arguments("escaped string", with(ids, order("{'de\\x73cr': '<f4'}")), "plain string"),
        arguments("text after", with(ids, order(NpzFixtures.EMBEDDINGS_HEAD + "x")), "nothing"),
        arguments(
            "head longer than file",
            with(ids, NpzFixtures.npy(1, 60000, NpzFixtures.EMBEDDINGS_HEAD, new byte[8])),
            "cut short"),
        arguments(
            "head of 2 GiB",
            with(ids, NpzFixtures.npy(2, 0x7fffffff, NpzFixtures.EMBEDDINGS_HEAD, new byte[8])),
            "at most 65536"),
        arguments(
            "head of 4 GiB",
            with(ids, NpzFixtures.npy(3, -1, NpzFixtures.EMBEDDINGS_HEAD, new byte[8])),
            "at most 65536"),
        arguments(
            "version 9",
            with(ids, NpzFixtures.npy(9, 10, NpzFixtures.EMBEDDINGS_HEAD, new byte[8])),
            "version"),
        arguments("empty npy", with(ids, new byte[0]), "cut short"),
        arguments("only magic", with(ids, NpyHeader.MAGIC), "cut short"),
        arguments("absolute", withName("/etc/passwd"), "unsafe name"),
        arguments("parent", withName("../x.npy"), "unsafe name"),
        arguments("parent inside", withName("a/../../x.npy"), "unsafe name"),
        arguments("backslash", withName("..\\x.npy"), "unsafe name"),
        arguments("drive", withName("c:x.npy"), "unsafe name"),
        arguments("NUL in name", withName("x\0.npy"), "unsafe name"),
        arguments("encrypted", flags(good, 1), "encrypted"),
        arguments("strongly encrypted", flags(good, 1 << 6), "encrypted"),
        arguments("bzip2", methods(good, 12), "method 12"),
        arguments("said to be deflated", methods(good, 8), "unpack"),
        arguments("twice", twice(), "twice"),
        arguments("shared content", central(good, 42, b -> b.putInt(0)), "overlaps"),
        arguments("offset beyond", central(good, 42, b -> b.putInt(1 << 30)), "beyond"),
        arguments("size beyond", central(good, 20, b -> b.putInt(1 << 30)), "beyond"),
        arguments("64-bit size missing", central(good, 24, b -> b.putInt(-1)), "ZIP64"),
        arguments("bomb", bomb(), "at most 250 to 1"),
        arguments(
            "size too small",
            central(NpzFixtures.zip(D, ids, vectors), 24, b -> b.putInt(9)),
            "size"),
        arguments(
            "size too big",
            central(NpzFixtures.zip(D, ids, vectors), 24, b -> b.putInt(1 << 20)),
            "size"),
        arguments("many members", end(good, 8, 0xffff), "ZIP64"),
        arguments("disks", end(good, 4, 1), "disks"),
        arguments("directory moved", end(good, 16, 4), "directory"),
        arguments("directory longer", end(good, 12, 4), "directory"),
        arguments("joined", joined(good), "directory"),
        arguments(
            "id empty",
            with(NpzFixtures.npy(NpzFixtures.IDS_HEAD, new byte[36]), vectors),
            "row 0 has an id that is empty"),
        arguments("id with NUL", with(idsOf('a', 0, 'b'), vectors), "U+0000"),
        arguments("id a surrogate", with(idsOf(0xd800, 'b', 'c'), vectors), "no Unicode"),
        arguments("id beyond Unicode", with(idsOf(0x7fffffff, 'b', 'c'), vectors), "no Unicode"),
        arguments("ids no UTF-8", with(badUtf8(), vectors), "no UTF-8"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesWithAReason(String name, byte[] file, String reason) throws IOException {
    Path path = write(file);
    IOException e = assertThrows(NpzFormatException.class, () -> readAll(path));
    assertThat(e.getMessage(), containsString(reason));
    assertThat(e.getMessage(), containsString(path.toString()));
  }

  @Test
  void refusesMoreThanTheTotal() throws IOException {
    Path path = write(NpzFixtures.zip(S, NpzFixtures.ids(), NpzFixtures.embeddings()));
    IOException e = assertThrows(NpzFormatException.class, () -> NpzReader.open(path, 100));
    assertThat(e.getMessage(), containsString("more than 100 bytes"));
  }

  @Test
  void refusesEveryCut() throws IOException {
    for (int method : new int[] {S, D}) {
      byte[] good = NpzFixtures.zip(method, NpzFixtures.ids(), NpzFixtures.embeddings());
      for (int length = 0; length < good.length; length++) {
        Path path = write(Arrays.copyOf(good, length));
        assertThrows(NpzFormatException.class, () -> readAll(path));
      }
    }
  }

  @Test
  void readsEqualOrRefusesWhateverBitFlips() throws IOException {
    Random random = new Random(7);
    int refused = 0;
    for (int method : new int[] {S, D}) {
      byte[] good = NpzFixtures.zip(method, NpzFixtures.ids(), NpzFixtures.embeddings());
      List<String> expected = readAll(write(good));
      for (int i = 0; i < 1500; i++) {
        byte[] flipped = good.clone();
        int at = random.nextInt(good.length * 8);
        flipped[at / 8] ^= (byte) (1 << (at % 8));
        try {
          assertThat("bit " + at, readAll(write(flipped)), is(expected));
        } catch (NpzFormatException e) {
          refused++;
        } catch (RuntimeException e) {
          fail("bit " + at, e);
        }
      }
    }
    assertThat(refused, greaterThan(1500));
  }

  private static final String EMBEDDINGS_TRUE =
      NpzFixtures.EMBEDDINGS_HEAD.replace("False", "True");

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.npz"), bytes);
  }

  private static List<String> readAll(Path path) throws IOException {
    List<String> pairs = new ArrayList<>();
    try (NpzReader reader = NpzReader.open(path)) {
      reader.forEach((row, id, vector) -> pairs.add(id + Arrays.toString(vector)));
    }
    return pairs;
  }

  private static byte[] with(byte[] ids, byte[] embeddings) throws IOException {
    return NpzFixtures.zip(S, ids, embeddings);
  }

  private static byte[] ids(String descr, String shape) {
    return NpzFixtures.npy(head("'" + descr + "'", shape), NpzFixtures.idData());
  }

  private static byte[] embeddings(String descr, String shape) {
    return vectors("'" + descr + "'", shape);
  }

  private static byte[] vectors(String descr, String shape) {
    return NpzFixtures.npy(head(descr, shape), NpzFixtures.embeddingData());
  }

  private static byte[] order(String head) {
    return NpzFixtures.npy(head, NpzFixtures.embeddingData());
  }

  private static String head(String descr, String shape) {
    return "{'descr': %s, 'fortran_order': False, 'shape': %s, }".formatted(descr, shape);
  }

  private static String nines(int digits) {
    return "(" + String.join("", Collections.nCopies(digits, "9")) + ", 4)";
  }

  private static byte[] idsOf(int... codePoints) {
    ByteBuffer data = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 9; i++) {
      data.putInt(codePoints[i % 3]);
    }
    byte[] bytes = new byte[36];
    data.flip().get(bytes);
    return NpzFixtures.npy(NpzFixtures.IDS_HEAD, bytes);
  }

  private static byte[] badUtf8() {
    return NpzFixtures.npy(head("'|S1'", "(3,)"), new byte[] {(byte) 0xff, 'b', 'c'});
  }

  private static byte[] withName(String name) throws IOException {
    return NpzFixtures.zip(
        S,
        "ids.npy",
        NpzFixtures.ids(),
        "embeddings.npy",
        NpzFixtures.embeddings(),
        name,
        new byte[1]);
  }

  private static byte[] twice() throws IOException {
    byte[] zip =
        NpzFixtures.zip(
            S,
            "ids.npy",
            NpzFixtures.ids(),
            "idx.npy",
            NpzFixtures.ids(),
            "embeddings.npy",
            NpzFixtures.embeddings());
    String text = new String(zip, ISO_8859_1).replace("idx.npy", "ids.npy");
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] bomb() throws IOException {
    return NpzFixtures.zip(D, "ids.npy", NpzFixtures.ids(), "embeddings.npy", new byte[20 << 20]);
  }

  private static byte[] joined(byte[] good) {
    byte[] joined = new byte[good.length + 10];
    System.arraycopy(good, 0, joined, 10, good.length);
    return joined;
  }

  /** Changes both headers of both members. */
  private static byte[] flags(byte[] zip, int flags) {
    return headers(zip, 8, 6, flags);
  }

  private static byte[] methods(byte[] zip, int method) {
    return headers(zip, 10, 8, method);
  }

  private static byte[] headers(byte[] zip, int centralAt, int localAt, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at <= zip.length - 4; at++) {
      if (bytes.getInt(at) == CENTRAL) {
        bytes.putShort(at + centralAt, (short) value);
        bytes.putShort(bytes.getInt(at + 42) + localAt, (short) value);
      }
    }
    return bytes.array();
  }

  /** Changes the last entry of the directory. */
  private static byte[] central(byte[] zip, int at, Consumer<ByteBuffer> change) {
    ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
    change.accept(bytes.position(last(bytes, CENTRAL) + at));
    return bytes.array();
  }

  /** Changes a 16-bit field, and the one beside it, of the end of the directory. */
  private static byte[] end(byte[] zip, int at, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int end = last(bytes, END);
    bytes.putShort(end + at, (short) value);
    if (at == 8) {
      bytes.putShort(end + 10, (short) value);
    }
    return bytes.array();
  }

  private static int last(ByteBuffer bytes, int signature) {
    for (int at = bytes.limit() - 4; at >= 0; at--) {
      if (bytes.getInt(at) == signature) {
        return at;
      }
    }
    throw new AssertionError("no such header");
  }
}
