package simile.proof.input;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.input.FileStamp;
import simile.input.InputChangedException;
import simile.input.InputException;
import simile.input.InputOpener;
import simile.input.SourceFile;
import simile.log.Commit;
import simile.proof.Jobs;
import simile.proof.Lines;
import simile.proof.LocalInputs;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.proof.Stored.Rejected;

/** Input that is not there, cannot be read or does not keep still leaves the store as it was. */
class InputAtFaultTest {
  @TempDir Path folder;
  private Path store;
  private SortedMap<String, String> before;

  @BeforeEach
  void withARecordInTheStore() throws IOException {
    store = folder.resolve("store");
    MemoryInputs inputs = MemoryInputs.of("first.jsonl", Lines.analogies(3));
    PlainIngest.into(new LocalFiles(store), "first").run(inputs, inputs.list());
    before = Stored.analogies(store);
  }

  @Test
  void missingInputIsNamed() throws IOException {
    for (String missing : List.of("none.jsonl", "none-*.jsonl", "none/")) {
      FileNotFoundException refused =
          assertThrows(
              FileNotFoundException.class,
              () -> Jobs.direct(Jobs.args(store, "run-1", folder.resolve(missing).toString())));
      assertThat(refused.getMessage(), allOf(containsString("none"), containsString("give")));
    }
    requireAsBefore();
  }

  @Test
  void unreadableInputIsNamed() throws IOException {
    InputOpener denied =
        new Opener(
            uri -> {
              throw new AccessDeniedException(uri);
            });
    InputException refused =
        assertThrows(
            InputException.class,
            () -> ingest(denied, new SourceFile("secret.jsonl", denied.stamp("secret.jsonl"))));
    assertThat(refused.getMessage(), containsString("cannot read secret.jsonl"));
    requireAsBefore();
  }

  @Test
  void readErrorInTheMiddleIsNamed() throws IOException {
    byte[] bytes = Lines.analogies(50);
    InputOpener broken =
        new Opener(
            uri -> MemoryInputs.of(uri, bytes).open(uri),
            new FileStamp(bytes.length, ""),
            bytes.length / 2);
    InputException refused =
        assertThrows(
            InputException.class,
            () -> ingest(broken, new SourceFile("worn.jsonl", broken.stamp("worn.jsonl"))));
    assertThat(
        refused.getMessage(), allOf(containsString("worn.jsonl"), containsString("bad sector")));
    requireAsBefore();
  }

  @Test
  void inputThatChangesWhileItIsReadIsRefused() throws IOException {
    Path input = folder.resolve("live.jsonl");
    Files.write(input, Lines.analogies(20));
    LocalInputs inputs = new LocalInputs(folder);
    for (int splitBytes : new int[] {300, 1 << 20}) {
      List<SourceFile> files = inputs.files("live.jsonl");
      Files.writeString(
          input, Lines.analogy("late", 0.5) + "\n", java.nio.file.StandardOpenOption.APPEND);
      InputChangedException refused =
          assertThrows(
              InputChangedException.class,
              () ->
                  PlainIngest.into(new LocalFiles(store), "run-1")
                      .withSplitBytes(splitBytes)
                      .run(inputs, files));
      assertThat(
          refused.getMessage(), allOf(containsString("live.jsonl"), containsString("run again")));
    }
    requireAsBefore();
  }

  @Test
  void inputThatVanishesWhileItIsReadIsRefused() throws IOException {
    Path input = folder.resolve("gone.jsonl");
    Files.write(input, Lines.analogies(20));
    LocalInputs inputs = new LocalInputs(folder);
    List<SourceFile> files = inputs.files("gone.jsonl");
    InputOpener deleting =
        new Opener(
            uri -> {
              ReadableByteChannel channel = inputs.open(uri);
              Files.delete(input);
              return channel;
            }) {
          @Override
          public FileStamp stamp(String uri) throws IOException {
            return inputs.stamp(uri);
          }
        };
    IOException refused =
        assertThrows(
            IOException.class,
            () -> PlainIngest.into(new LocalFiles(store), "run-1").run(deleting, files));
    assertThat(refused.getMessage(), containsString("gone.jsonl"));
    requireAsBefore();
  }

  @Test
  void auditSaysTheLineOfTheWholeFileInEverySplit() throws IOException {
    StringBuilder text = new StringBuilder();
    List<Long> bad = new ArrayList<>();
    for (long line = 1; line <= 200; line++) {
      boolean isBad = line % 7 == 0;
      text.append(isBad ? "bad " + line : line % 11 == 0 ? "" : Lines.analogy("a" + line, 0.5));
      text.append(line % 3 == 0 ? "\r\n" : "\n");
      if (isBad) {
        bad.add(line);
      }
    }
    Files.writeString(folder.resolve("a.jsonl"), "bad 1\n" + Lines.analogy("x", 1) + "\n");
    Files.writeString(folder.resolve("b.jsonl"), text);
    Files.writeString(folder.resolve("c.jsonl"), Lines.analogy("y", 1) + "\nbad 2\n");
    var outcome =
        PlainIngest.into(new LocalFiles(store), "run-1")
            .withSplitBytes(500)
            .run(new LocalInputs(folder), "a.jsonl", "b.jsonl", "c.jsonl");
    Commit commit = Stored.history(store).get((int) outcome.version() - 1);
    List<Rejected> rejected = Stored.rejected(store, commit);
    assertThat(
        rejected.stream()
            .filter(line -> line.file().equals("b.jsonl"))
            .map(Rejected::line)
            .toList(),
        equalTo(bad));
    rejected.stream()
        .filter(line -> line.file().equals("b.jsonl"))
        .forEach(line -> assertThat(line.bytes(), is("bad " + line.line())));
    assertThat(
        rejected.stream()
            .filter(line -> !line.file().equals("b.jsonl"))
            .map(line -> line.file() + ":" + line.line())
            .toList(),
        equalTo(List.of("a.jsonl:1", "c.jsonl:2")));
  }

  @Test
  void fiveThousandSmallFilesAreOneVersion() throws Exception {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 5_000; i++) {
      Files.writeString(many.resolve("f%04d.jsonl".formatted(i)), Lines.analogy("m" + i, 0.5));
    }
    var summary = Jobs.direct(Jobs.args(store, "run-1", many.toString()));
    assertThat(summary.counts().accepted(), is(5_000L));
    assertThat(summary.version(), is(2L));
    assertThat(Stored.analogies(store).size(), is(5_003));
  }

  private void ingest(InputOpener inputs, SourceFile file) throws IOException {
    PlainIngest.into(new LocalFiles(store), "run-1").run(inputs, List.of(file));
  }

  private void requireAsBefore() throws IOException {
    assertThat(Stored.history(store).size(), is(1));
    assertThat(Stored.analogies(store), equalTo(before));
  }

  private interface Opening {
    ReadableByteChannel open(String uri) throws IOException;
  }

  private static class Opener implements InputOpener {
    private static final long serialVersionUID = 1L;
    private final transient Opening opening;
    private final FileStamp stamp;
    private final AtomicInteger left;

    Opener(Opening opening) {
      this(opening, new FileStamp(100, ""), Integer.MAX_VALUE);
    }

    /** Reading fails after so many bytes. */
    Opener(Opening opening, FileStamp stamp, int goodBytes) {
      this.opening = opening;
      this.stamp = stamp;
      this.left = new AtomicInteger(goodBytes);
    }

    @Override
    public ReadableByteChannel open(String uri) throws IOException {
      ReadableByteChannel channel = opening.open(uri);
      return left.get() == Integer.MAX_VALUE ? channel : new Failing(channel, left);
    }

    @Override
    public FileStamp stamp(String uri) throws IOException {
      return stamp;
    }
  }

  private record Failing(ReadableByteChannel channel, AtomicInteger left)
      implements ReadableByteChannel {
    @Override
    public int read(java.nio.ByteBuffer into) throws IOException {
      if (left.get() <= 0) {
        throw new IOException("bad sector");
      }
      into.limit(Math.min(into.limit(), into.position() + left.get()));
      int read = channel.read(into);
      left.addAndGet(-read);
      return read;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
