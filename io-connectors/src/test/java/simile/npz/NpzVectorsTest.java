package simile.npz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.testing.Batches;
import simile.testing.FolderFiles;
import simile.testing.Schemas;

final class NpzVectorsTest {
  @TempDir Path folder;

  @Test
  void findsEveryVectorAndNoOther() throws IOException {
    Random random = new Random(3);
    Map<String, float[]> expected = new HashMap<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      String id = "é" + random.nextInt(1 << 20);
      float[] vector = {random.nextFloat(), i, -i, 0};
      expected.put(id, vector);
      lines.add("{\"id\":\"%s\",\"embedding\":[%s,%d,%d,0]}".formatted(id, vector[0], i, -i));
    }
    RecordBatch batch = Batches.of(Schemas.analogies(OptionalInt.of(4)), lines);
    new NpzSegmentWriter()
        .write(new FolderFiles(folder), "v.npz", "v.json", batch, SortedRows.of(batch));

    try (NpzVectors vectors = NpzVectors.index(folder.resolve("v.npz"))) {
      assertThat(vectors.count(), is(expected.size()));
      float[] found = new float[4];
      for (int i = 0; i < 1 << 20; i += 7) {
        byte[] id = ("é" + i).getBytes(UTF_8);
        float[] vector = expected.get("é" + i);
        assertThat(vectors.find(id, 0, id.length, found), is(vector != null));
        if (vector != null) {
          assertThat(found, is(vector));
        }
      }
    }
  }

  @Test
  void refusesAnIdThatIsThereTwice() throws IOException {
    String head = NpzFixtures.IDS_HEAD.replace("U3", "S1");
    byte[] ids = NpzFixtures.npy(head, "aba".getBytes(UTF_8));
    Path file =
        Files.write(
            folder.resolve("t.npz"),
            NpzFixtures.zip(ZipEntry.DEFLATED, ids, NpzFixtures.embeddings()));
    IOException e = assertThrows(NpzFormatException.class, () -> NpzVectors.index(file));
    assertThat(e.getMessage(), containsString("rows 0 and 2 have the same id 'a'"));
  }
}
