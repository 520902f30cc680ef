package simile.npz;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.Sha256;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.testing.Batches;
import simile.testing.FolderFiles;
import simile.testing.Schemas;

final class NpzSegmentWriterTest {
  @TempDir Path folder;

  @Test
  void writesTheVectorsOfRecordsSortedById() throws IOException {
    List<DataFile> written =
        write(
            "{\"id\":\"zoë\",\"embedding\":[1,2]}",
            "{\"id\":\"none\"}",
            "{\"id\":\"ant\",\"embedding\":[3.5,-4]}",
            "{\"id\":\"gone\",\"embedding\":[9,9]}",
            "-gone");

    assertThat(
        written.stream().map(DataFile::kind).toList(),
        contains(FileKind.NPZ, FileKind.NPZ_METADATA));
    assertThat(written.get(0).rows(), is(2L));
    assertThat(written.get(0).bytes(), is(Files.size(folder.resolve("e/s.npz"))));
    assertThat(written.get(0).sha256(), is(Sha256.of(folder.resolve("e/s.npz"))));
    try (ZipFile zip = new ZipFile(folder.resolve("e/s.npz").toFile())) {
      byte[] embeddings = zip.getInputStream(zip.getEntry("embeddings.npy")).readAllBytes();
      ByteBuffer data = ByteBuffer.wrap(embeddings, 128, 16).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(
          List.of(data.getFloat(), data.getFloat(), data.getFloat(), data.getFloat()),
          contains(3.5f, -4f, 1f, 2f));
      assertThat(
          new String(zip.getInputStream(zip.getEntry("ids.npy")).readAllBytes(), 10, 60, "UTF-8"),
          containsString("{'descr': '<U3', 'fortran_order': False, 'shape': (2,), }"));
    }
    assertThat(
        Files.readString(folder.resolve("e/s.metadata.json")),
        containsString("\"npz_sha256\" : \"" + written.get(0).sha256()));
  }

  @Test
  void writesNothingWhereNoRecordHasAVector() throws IOException {
    assertThat(write("{\"id\":\"a\"}", "-b"), empty());
    assertThat(Files.exists(folder.resolve("e")), is(false));
  }

  private List<DataFile> write(String... lines) throws IOException {
    RecordBatch batch = Batches.of(Schemas.analogies(OptionalInt.of(2)), List.of(lines));
    return new NpzSegmentWriter(Optional.of("test-model"))
        .write(
            new FolderFiles(folder), "e/s.npz", "e/s.metadata.json", batch, SortedRows.of(batch));
  }
}
