package simile.npz;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpzStreamWriterTest {
  private static final Map<String, float[]> PAIRS =
      new TreeMap<>(
          Map.of(
              "a", new float[] {1, -0.5f},
              "b-longer-id", new float[] {0, Float.MIN_VALUE},
              "été", new float[] {3, 4},
              "🦉", new float[] {5, 6}));

  @TempDir Path folder;

  @Test
  void writesTheBytesThatTheOtherWritersWrite() throws IOException {
    NpzBuilder builder = new NpzBuilder();
    PAIRS.forEach(builder::add);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    builder.writeTo(expected);
    ByteArrayOutputStream streamed = new ByteArrayOutputStream();
    try (NpzStreamWriter writer = NpzStreamWriter.create(2)) {
      for (Map.Entry<String, float[]> pair : PAIRS.entrySet()) {
        writer.add(pair.getKey(), pair.getValue());
      }
      assertThat(writer.writeTo(streamed), is(4L));
    }
    assertThat(streamed.toByteArray(), equalTo(expected.toByteArray()));
  }

  @Test
  void joinedPiecesAreTheWholeFile() throws IOException {
    List<Path> pieces = new ArrayList<>();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (NpzStreamWriter all = NpzStreamWriter.create(2)) {
      for (Map.Entry<String, float[]> pair : PAIRS.entrySet()) {
        all.add(pair.getKey(), pair.getValue());
        pieces.add(piece(pair.getKey(), pair.getValue()));
      }
      assertThat(all.writeTo(whole), is(4L));
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    assertThat(NpzJoiner.join(pieces, 2, joined), is(4L));
    assertThat(joined.toByteArray(), equalTo(whole.toByteArray()));
  }

  @Test
  void ofNoPairThereIsAFileWithADimension() throws IOException {
    Path file = folder.resolve("none.npz");
    try (OutputStream out = Files.newOutputStream(file)) {
      assertThat(NpzJoiner.join(List.of(), 7, out), is(0L));
    }
    try (NpzReader reader = NpzReader.open(file)) {
      assertThat(reader.count(), is(0));
      assertThat(reader.dimension(), is(7));
    }
  }

  @Test
  void anotherDimensionIsRefused() throws IOException {
    Path piece = piece("a", new float[] {1});
    IOException refused =
        assertThrows(
            NpzFormatException.class,
            () -> NpzJoiner.join(List.of(piece), 2, OutputStream.nullOutputStream()));
    assertThat(refused.getMessage(), containsString("expected 2"));
    try (NpzStreamWriter writer = NpzStreamWriter.create(2)) {
      assertThrows(IllegalArgumentException.class, () -> writer.add("a", new float[] {1}));
    }
  }

  private Path piece(String id, float[] vector) throws IOException {
    Path file = Files.createTempFile(folder, "piece", ".npz");
    try (NpzStreamWriter writer = NpzStreamWriter.create(vector.length);
        OutputStream out = Files.newOutputStream(file)) {
      writer.add(id, vector);
      assertThat(writer.writeTo(out), is(1L));
    }
    return file;
  }
}
