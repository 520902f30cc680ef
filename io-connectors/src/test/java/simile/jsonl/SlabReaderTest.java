package simile.jsonl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import simile.testing.Trickle;

class SlabReaderTest {
  private static final int LIMIT = 40;
  private static final int WIDE = 1 << 20;

  /** A line as it was read: in a slab, or streamed because it is too long. */
  private record Read(String text, long offset, long number, boolean streamed) {}

  @Test
  void linesAreThoseOfTheNaiveReader() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      byte[] text = text(random, 1 + random.nextInt(400));
      int slabBytes = 1 + random.nextInt(100);
      SlabReader reader =
          SlabReader.whole(new Trickle(text, 0, random), text.length, slabBytes, LIMIT);
      assertThat(show(text), read(reader), is(naive(text, line -> true)));
    }
  }

  @Test
  void limitFarBelowTheReadBufferDoesNotOverrunTheSlab() throws IOException {
    Random random = new Random(2);
    byte[] text = text(random, 5 << 20);
    SlabReader reader =
        SlabReader.whole(new ByteArrayInputStream(text), text.length, 1 << 16, LIMIT);
    assertThat(read(reader), is(naive(text, line -> true)));
  }

  @Test
  void rangesAtEveryBorderGiveEachLineOnce() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      byte[] text = text(random, random.nextInt(60));
      for (int border = 1; border < text.length; border++) {
        for (int second = border; second <= text.length; second++) {
          assertRanges(text, random, 0, border, second, text.length);
        }
      }
    }
  }

  @Test
  void rangeHasTheLinesWhoseFirstByteIsInIt() throws IOException {
    byte[] text = "ab\ncd\nef\n".getBytes(UTF_8);
    assertThat(texts(range(text, 2, 3, new Random(4))), is(List.of()));
    assertThat(texts(range(text, 3, 4, new Random(4))), contains("cd"));
    assertThat(texts(range(text, 3, 7, new Random(4))), contains("cd", "ef"));
  }

  @Test
  void carriageReturnIsFramingOnlyBeforeLineFeed() throws IOException {
    byte[] text = "a\r\n\r\r\nb\rc\nd\r".getBytes(UTF_8);
    SlabReader reader = SlabReader.whole(new ByteArrayInputStream(text), text.length, WIDE, LIMIT);
    assertThat(texts(read(reader)), contains("a", "\r", "b\rc", "d\r"));
  }

  @Test
  void carriageReturnAtTheEndStaysAfterALongLineLeftBytesBehind() throws IOException {
    byte[] text = ("x".repeat(60) + "\r\n" + "y".repeat(58) + "\r").getBytes(UTF_8);
    SlabReader reader = SlabReader.whole(new ByteArrayInputStream(text), text.length, WIDE, LIMIT);
    assertThat(read(reader), is(naive(text, line -> true)));
  }

  @Test
  void lineOfExactlyTheLimitIsKept() throws IOException {
    for (String end : List.of("\n", "\r\n", "")) {
      byte[] text = ("x".repeat(LIMIT) + end).getBytes(UTF_8);
      List<Read> read =
          read(SlabReader.whole(new ByteArrayInputStream(text), text.length, WIDE, LIMIT));
      assertThat(read, contains(new Read("x".repeat(LIMIT), 0, 0, false)));
    }
  }

  @Test
  void slabsStaySmall() throws IOException {
    byte[] text = "0123456789\n".repeat(100_000).getBytes(UTF_8);
    SlabReader reader =
        SlabReader.whole(new Trickle(text, 0, new Random(5)), text.length, 1_000, LIMIT);
    for (Optional<Slab> slab = reader.next(new Sink());
        slab.isPresent();
        slab = reader.next(new Sink())) {
      assertThat(slab.get().end(slab.get().lines() - 1), lessThanOrEqualTo(1_100));
    }
    assertThat(reader.linesRead(), is(100_000L));
  }

  private static void assertRanges(byte[] text, Random random, int... borders) throws IOException {
    List<Read> all = new ArrayList<>();
    for (int r = 0; r + 1 < borders.length; r++) {
      long number = all.size();
      for (Read read : range(text, borders[r], borders[r + 1], random)) {
        all.add(new Read(read.text, read.offset, read.number + number, read.streamed));
      }
    }
    assertThat(show(text), all, is(naive(text, line -> true)));
  }

  private static List<Read> range(byte[] text, long start, long end, Random random)
      throws IOException {
    if (start == end) {
      return List.of();
    }
    int at = (int) Math.max(0, start - 1);
    return read(SlabReader.range(new Trickle(text, at, random), start, end, LIMIT));
  }

  private static List<Read> read(SlabReader reader) throws IOException {
    Sink sink = new Sink();
    try (reader) {
      for (Optional<Slab> slab = reader.next(sink); slab.isPresent(); slab = reader.next(sink)) {
        Slab s = slab.get();
        for (int i = 0; i < s.lines(); i++) {
          String text = new String(s.bytes(), s.start(i), s.end(i) - s.start(i), ISO_8859_1);
          sink.lines.add(new Read(text, s.offset(i), s.number(i), false));
        }
      }
    }
    assertThat(reader.linesRead(), is((long) sink.lines.size()));
    sink.lines.sort(Comparator.comparingLong(Read::number));
    return sink.lines;
  }

  private static List<String> texts(List<Read> lines) {
    return lines.stream().map(Read::text).toList();
  }

  private static List<Read> naive(byte[] bytes, Predicate<Read> keep) {
    String text = new String(bytes, ISO_8859_1);
    List<Read> lines = new ArrayList<>();
    int at = text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
    while (at < text.length()) {
      int feed = text.indexOf('\n', at);
      int stop = feed < 0 ? text.length() : feed;
      boolean framed = feed > at && text.charAt(feed - 1) == '\r';
      String line = text.substring(at, framed ? stop - 1 : stop);
      lines.add(new Read(line, at, lines.size(), line.length() > LIMIT));
      at = stop + 1;
    }
    return lines.stream().filter(keep).toList();
  }

  private static byte[] text(Random random, int length) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    if (random.nextInt(3) == 0) {
      text.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    }
    int meanLine = 1 + random.nextInt(60);
    while (text.size() < length) {
      switch (random.nextInt(meanLine) == 0 ? random.nextInt(4) : 9) {
        case 0 -> text.write('\n');
        case 1 -> text.writeBytes("\r\n".getBytes(UTF_8));
        case 2 -> text.write('\r');
        case 3 -> text.writeBytes("\n \n".getBytes(UTF_8));
        default -> text.write('a' + random.nextInt(26));
      }
    }
    return text.toByteArray();
  }

  private static String show(byte[] text) {
    return new String(text, ISO_8859_1).replace("\r", "\\r").replace("\n", "\\n");
  }

  private static final class Sink implements LongLineSink {
    private final List<Read> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long offset;
    private long number;

    @Override
    public void begin(long newOffset, long newNumber) {
      offset = newOffset;
      number = newNumber;
      line.reset();
    }

    @Override
    public void piece(byte[] bytes, int start, int length) {
      line.write(bytes, start, length);
    }

    @Override
    public void end() {
      lines.add(new Read(line.toString(ISO_8859_1), offset, number, true));
    }
  }
}
