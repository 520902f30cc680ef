package simile.segment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaterFilesTest {
  private static final List<DataFile> FILES =
      List.of(DataFile.of(FileKind.KEYS, "keys/s.keys", 1, 2, "ab".repeat(32)));

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void theyAreMadeOnceAndOnlyWhenOneIsAskedFor() {
    Segment segment = segment();
    assertThat(asked.get(), is(0));
    assertThat(segment.file(FileKind.KEYS).orElseThrow(), equalTo(FILES.get(0)));
    assertThat(segment.files().size(), is(1));
    assertThat(asked.get(), is(1));
  }

  @Test
  void theyEqualTheSameFilesMadeAtOnce() {
    Segment made = new Segment("s", 1, 0, "a", "b", FILES, Map.of());
    assertThat(segment(), equalTo(made));
    assertThat(segment().hashCode(), is(made.hashCode()));
  }

  @Test
  void theyAreSentAsThoseThatWereMade() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(segment());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Segment sent = (Segment) in.readObject();
      assertThat(sent, equalTo(segment()));
      assertThat(sent.files(), not(instanceOf(LaterFiles.class)));
    }
  }

  private Segment segment() {
    List<DataFile> later =
        new LaterFiles(
            () -> {
              asked.incrementAndGet();
              return FILES;
            });
    return new Segment("s", 1, 0, "a", "b", later, Map.of());
  }
}
