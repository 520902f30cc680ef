package simile.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.jsonl.LongLineSink;
import simile.testing.Trickle;

class SplitReaderTest {
  private final Memory memory = new Memory();

  /** Files in memory, whose channels cannot seek and give a few bytes at a time. */
  private static final class Memory implements InputOpener {
    private static final long serialVersionUID = 1L;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    @Override
    public ReadableByteChannel open(String uri) throws IOException {
      if (!files.containsKey(uri)) {
        throw new FileNotFoundException("no " + uri);
      }
      return Channels.newChannel(new Trickle(files.get(uri), 0, new Random(1)));
    }

    @Override
    public FileStamp stamp(String uri) {
      return new FileStamp(files.get(uri).length, "v1");
    }
  }

  @Test
  void smallFilesBecomeOneSlabThatKnowsThemApart() throws IOException {
    SourceFile a = put("a.jsonl", "1\n2".getBytes(UTF_8));
    SourceFile none = put("b.jsonl", new byte[0]);
    SourceFile c = put("c.jsonl", "\uFEFF3\r\n\n4\n".getBytes(UTF_8));
    assertThat(
        read(1_000, a, none, c),
        contains(
            "a.jsonl:0@0=1", "a.jsonl:1@2=2", "c.jsonl:0@3=3", "c.jsonl:1@6=", "c.jsonl:2@7=4"));
  }

  @Test
  void everyLineComesOnceWhateverTheSlab() throws IOException {
    Random random = new Random(2);
    for (int i = 0; i < 100; i++) {
      memory.files.clear();
      List<String> expected = new ArrayList<>();
      SourceFile[] files = new SourceFile[1 + random.nextInt(5)];
      for (int f = 0; f < files.length; f++) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(30); n > 0; n--) {
          String line = "x".repeat(random.nextInt(10)) + n;
          expected.add(line);
          text.append(line).append('\n');
        }
        files[f] = put(f + ".jsonl", text.toString().getBytes(UTF_8));
      }
      List<String> lines =
          read(1 + random.nextInt(60), files).stream()
              .map(l -> l.substring(l.indexOf('=') + 1))
              .toList();
      assertThat(lines, is(expected));
    }
  }

  /** A member or frame may end wherever the decompressor's buffer does. */
  @ParameterizedTest
  @EnumSource(
      value = Codec.class,
      names = {"GZIP", "ZSTD"})
  void compressedFileOfManyMembersIsReadToItsEnd(Codec codec) throws IOException {
    Random random = new Random(3);
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[1 + random.nextInt(600)];
      random.nextBytes(noise);
      String line = Base64.getEncoder().withoutPadding().encodeToString(noise);
      expected.add(line);
      try (OutputStream member =
          codec == Codec.GZIP ? new GZIPOutputStream(members) : new ZstdOutputStream(members)) {
        member.write((line + "\n").getBytes(UTF_8));
      }
    }
    String name = codec == Codec.GZIP ? "a.jsonl.gz" : "a.jsonl.zst";
    SourceFile file = put(name, members.toByteArray());
    List<String> lines =
        read(500, file).stream().map(l -> l.substring(l.indexOf('=') + 1)).toList();
    assertThat(lines, is(expected));
  }

  @Test
  void changedFileIsRefused() {
    SourceFile file = put("a.jsonl", "1\n".getBytes(UTF_8));
    put("a.jsonl", "1\n2\n".getBytes(UTF_8));
    Exception e = assertThrows(InputChangedException.class, () -> read(10, file));
    assertThat(e.getMessage(), containsString("a.jsonl changed while it was read"));
  }

  @Test
  void failureNamesTheFile() {
    SourceFile file = put("a.jsonl.gz", "this is not gzip".getBytes(UTF_8));
    Exception e = assertThrows(InputException.class, () -> read(10, file));
    assertThat(e.getMessage(), containsString("cannot read a.jsonl.gz"));
  }

  private SourceFile put(String name, byte[] bytes) {
    memory.files.put(name, bytes);
    return new SourceFile(name, memory.stamp(name));
  }

  private List<String> read(int slabBytes, SourceFile... files) throws IOException {
    List<Piece> pieces = java.util.Arrays.stream(files).map(Piece::whole).toList();
    List<String> lines = new ArrayList<>();
    try (SplitReader reader =
        new SplitReader(memory, new Split(0, pieces), slabBytes, 10_000, p -> new NoLongLines())) {
      for (Optional<SplitSlab> slab = reader.next(); slab.isPresent(); slab = reader.next()) {
        add(slab.get(), lines);
      }
    }
    return lines;
  }

  private static void add(SplitSlab split, List<String> lines) {
    var slab = split.slab();
    for (int p = 0; p < split.pieces().size(); p++) {
      for (int i = split.firstLine(p); i < split.endLine(p); i++) {
        String text = new String(slab.bytes(), slab.start(i), slab.end(i) - slab.start(i), UTF_8);
        lines.add(
            "%s:%d@%d=%s"
                .formatted(
                    split.pieces().get(p).file().uri(), slab.number(i), slab.offset(i), text));
      }
    }
  }

  private static final class NoLongLines implements LongLineSink {
    @Override
    public void begin(long offset, long number) {
      throw new AssertionError("no line is long");
    }

    @Override
    public void piece(byte[] bytes, int start, int length) {}

    @Override
    public void end() {}
  }
}
