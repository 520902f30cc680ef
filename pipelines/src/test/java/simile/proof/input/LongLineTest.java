package simile.proof.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.log.Commit;
import simile.proof.Children;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.proof.Stored.Rejected;
import simile.store.Store;

/** Lines that are too long are rejected whole, in bounded memory. */
class LongLineTest {
  @TempDir Path folder;

  @Test
  void lineOf300MegabytesGoesToTheAuditInASmallHeap() throws Exception {
    Children.Ended child = Children.run(GiantLine.class, List.of("-Xmx192m"), folder.toString());
    assertThat(child.printed(), child.exit(), is(0));
    Commit commit = Stored.history(folder).get(0);
    assertThat(commit.counts().rejected(), is(1L));
    assertThat(commit.violationsByRule(), equalTo(Map.of("line.too-long", 1L)));
    assertThat(Stored.analogies(folder).keySet(), contains("first", "last"));
    assertThat(fillerBytes(commit), is(GiantLine.GIANT_BYTES));
  }

  @Test
  void longLinesBetweenRecordsCostNoNeighbour() throws IOException {
    String tooLong = "{\"id\":\"" + "x".repeat(5_000) + "\r\u00e9\"}";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(Lines.analogy("a" + i, 0.5)).append('\n').append(tooLong).append("\r\n");
    }
    for (String name : List.of("f.jsonl", "g.jsonl")) {
      for (int splitBytes : new int[] {100, 1_000, 4_000, 1 << 20}) {
        Path store = folder.resolve(name + splitBytes);
        MemoryInputs inputs = MemoryInputs.of(name, text.toString().getBytes(UTF_8));
        PlainIngest.into(new LocalFiles(store), "run-1")
            .withSplitBytes(splitBytes)
            .withMaxLineBytes(1_000)
            .run(inputs, inputs.list());
        assertThat(Stored.analogies(store).size(), is(30));
        List<Rejected> rejected = Stored.rejected(store, Stored.history(store).get(0));
        assertThat(
            rejected.stream().map(Rejected::line).toList(),
            equalTo(java.util.stream.LongStream.range(0, 30).mapToObj(i -> 2 * i + 2).toList()));
        for (Rejected line : rejected) {
          assertThat(utf8(line.bytes()), equalTo(tooLong));
        }
      }
    }
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), UTF_8);
  }

  /** How many bytes the only record of the audit has, if all are as they were. */
  private long fillerBytes(Commit commit) throws IOException {
    try (InputStream in =
        new BufferedInputStream(
            Channels.newInputStream(
                Store.open(folder.toString()).files().open(commit.audit().get(0).path())))) {
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\"record_base64\":\"")) {
        head.append((char) in.read());
      }
      InputStream record = Base64.getDecoder().wrap(new UntilQuote(in));
      byte[] buffer = new byte[1 << 16];
      long bytes = 0;
      for (int n = record.read(buffer); n > 0; n = record.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] != GiantLine.FILLER) {
            return -1;
          }
        }
        bytes += n;
      }
      return bytes;
    }
  }

  private static final class UntilQuote extends InputStream {
    private final InputStream in;

    UntilQuote(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      return b == '"' ? -1 : b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      in.mark(length);
      int read = in.read(into, offset, length);
      for (int i = 0; i < read; i++) {
        if (into[offset + i] == '"') {
          in.reset();
          in.skipNBytes(i);
          return i == 0 ? -1 : i;
        }
      }
      return read;
    }
  }
}
