package simile.npz;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.util.passthrough.PassthroughNDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.testing.Batches;
import simile.testing.FolderFiles;
import simile.testing.Schemas;

/**
 * Java's two array libraries read the embeddings. Both refuse a whole NPZ that holds strings, as
 * {@code ids} are; so they are given the one member.
 */
final class ForeignReadersTest {
  private static final int COUNT = 50;
  private static final int DIMENSION = 384;

  @TempDir Path folder;
  private final float[] expected = new float[COUNT * DIMENSION];

  @BeforeEach
  void writeVectors() throws IOException {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      StringBuilder line = new StringBuilder("{\"id\":\"" + (100 + i) + "\",\"embedding\":[");
      for (int j = 0; j < DIMENSION; j++) {
        float value = (float) random.nextGaussian();
        expected[i * DIMENSION + j] = value;
        line.append(j == 0 ? "" : ",").append(value);
      }
      lines.add(line + "]}");
    }
    RecordBatch batch = Batches.of(Schemas.analogies(OptionalInt.of(DIMENSION)), lines);
    new NpzSegmentWriter()
        .write(new FolderFiles(folder), "v.npz", "v.json", batch, SortedRows.of(batch));
  }

  @Test
  void djlReadsTheEmbeddings() throws IOException {
    NDList arrays = NDList.decode(PassthroughNDManager.INSTANCE, embeddings());
    NDArray array = arrays.get(0);
    assertThat(array.getShape().getShape(), is(new long[] {COUNT, DIMENSION}));
    assertThat(array.getDataType(), is(DataType.FLOAT32));
    assertThat(array.toFloatArray(), is(expected));
  }

  @Test
  void nd4jReadsTheEmbeddings() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "skipped: ND4J's natives are only here for Linux on x86-64");
    INDArray array = Nd4j.createNpyFromByteArray(embeddings());
    assertThat(array.shape(), is(new long[] {COUNT, DIMENSION}));
    assertThat(array.dup('c').data().asFloat(), is(expected));
  }

  private byte[] embeddings() throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("v.npz").toFile())) {
      return zip.getInputStream(zip.getEntry("embeddings.npy")).readAllBytes();
    }
  }
}
