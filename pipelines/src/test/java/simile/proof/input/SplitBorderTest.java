package simile.proof.input;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.input.Split;
import simile.input.SplitPlanner;
import simile.input.SplitReader;
import simile.input.SplitSlab;
import simile.jsonl.LongLineSink;
import simile.jsonl.Slab;
import simile.proof.MemoryInputs;
import simile.proof.Oracle;
import simile.proof.Oracle.Line;

/** However an input is cut, each line is read once, whole, and with its number and offset. */
class SplitBorderTest {
  private static final String[] PIECES = {
    "\n", "\r\n", "\n\n", "\r", "a", "bc", "\u00ef\u00bb\u00bf", "{}", "  ", "0123456789", "\r\r\n"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void linesAreTheSameHoweverSmallTheSplits(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 15; round++) {
      byte[] file = text(random, random.nextInt(200), PIECES);
      int maxLineBytes = 2 + random.nextInt(30);
      for (int splitBytes = 1; splitBytes <= 64; splitBytes++) {
        requireSame(file, "f.jsonl", file, splitBytes, maxLineBytes, 1 + random.nextInt(9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void compressedLinesAreTheSameHoweverSmallTheSlabs(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 15; round++) {
      byte[] file = text(random, random.nextInt(200), PIECES);
      for (int slabBytes = 1; slabBytes <= 64; slabBytes++) {
        requireSame(file, "f.jsonl.gz", gzip(file), slabBytes, 2 + random.nextInt(30), 5);
      }
    }
  }

  @Test
  void longLinesBetweenShortOnesAreTheSameInBigFiles() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 6; round++) {
      byte[] file = text(random, 400, "x".repeat(9_000), "\n", "\r\n", "y".repeat(700), "z");
      byte[] big = new byte[file.length * 4];
      for (int i = 0; i < 4; i++) {
        System.arraycopy(file, 0, big, i * file.length, file.length);
      }
      requireSame(big, "f.jsonl", big, 1 << 16, 1000, 1 << 20);
      requireSame(big, "f.jsonl.gz", gzip(big), 1 << 16, 1000, 1 << 20);
      requireSame(big, "f.jsonl.gz", gzip(big), 1 << 22, 1000, 1 << 20);
    }
  }

  @Test
  void linesOfJustTheLongestLengthAreKept() throws IOException {
    for (String end : List.of("\n", "\r\n", "")) {
      for (int length = 8; length <= 14; length++) {
        byte[] file = ("ab\n" + "x".repeat(length) + end).getBytes(StandardCharsets.UTF_8);
        for (int splitBytes = 1; splitBytes <= file.length; splitBytes++) {
          requireSame(file, "f.jsonl", file, splitBytes, 11, 3);
        }
      }
    }
  }

  private static void requireSame(
      byte[] file, String name, byte[] stored, int splitBytes, int maxLineBytes, int readBytes)
      throws IOException {
    MemoryInputs inputs = new MemoryInputs(java.util.Map.of(name, stored), readBytes);
    List<Line> found = new ArrayList<>();
    List<Line> tooLong = new ArrayList<>();
    long before = 0;
    for (Split split : SplitPlanner.plan(inputs.list(), splitBytes)) {
      before += read(inputs, split, splitBytes, maxLineBytes, before, found, tooLong);
    }
    List<Line> expected = Oracle.lines(file);
    String how = "split %d, longest %d, read %d".formatted(splitBytes, maxLineBytes, readBytes);
    assertThat(
        how,
        tooLong,
        equalTo(expected.stream().filter(l -> l.bytes().length() > maxLineBytes).toList()));
    found.addAll(tooLong);
    found.sort(Comparator.comparing(Line::offset));
    assertThat(how, found, equalTo(expected));
  }

  private static long read(
      MemoryInputs inputs,
      Split split,
      int slabBytes,
      int maxLineBytes,
      long before,
      List<Line> found,
      List<Line> tooLong)
      throws IOException {
    try (SplitReader reader =
        new SplitReader(
            inputs, split, slabBytes, maxLineBytes, piece -> new Collector(before, tooLong))) {
      for (Optional<SplitSlab> next = reader.next(); next.isPresent(); next = reader.next()) {
        Slab slab = next.get().slab();
        for (int i = 0; i < slab.lines(); i++) {
          String bytes =
              new String(
                  slab.bytes(),
                  slab.start(i),
                  slab.end(i) - slab.start(i),
                  StandardCharsets.ISO_8859_1);
          found.add(new Line(before + slab.number(i) + 1, slab.offset(i), bytes));
        }
      }
      return reader.linesOfLastPiece();
    }
  }

  private static final class Collector implements LongLineSink {
    private final long before;
    private final List<Line> lines;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long offset;
    private long number;

    Collector(long before, List<Line> lines) {
      this.before = before;
      this.lines = lines;
    }

    @Override
    public void begin(long lineOffset, long lineNumber) {
      bytes.reset();
      offset = lineOffset;
      number = lineNumber;
    }

    @Override
    public void piece(byte[] source, int start, int length) {
      bytes.write(source, start, length);
    }

    @Override
    public void end() {
      lines.add(new Line(before + number + 1, offset, bytes.toString(StandardCharsets.ISO_8859_1)));
    }
  }

  private static byte[] text(Random random, int pieces, String... choices) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(choices[random.nextInt(choices.length)]);
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
