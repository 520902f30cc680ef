package simile.npz;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.testing.Batches;
import simile.testing.FolderFiles;
import simile.testing.Programs;
import simile.testing.Schemas;

/** What one side writes, the other reads. */
final class NumpyTest {
  @TempDir Path folder;

  @BeforeEach
  void needsNumpy() {
    Programs.assumeNumpy();
  }

  @Test
  void numpyReadsWhatIsWrittenAndTheHashesHold() throws IOException {
    RecordBatch batch =
        Batches.of(
            Schemas.analogies(OptionalInt.of(3)),
            List.of(
                "{\"id\":\"😀-né\",\"embedding\":[0.1,-2e-30,3]}",
                "{\"id\":\"a\",\"embedding\":[1,2,3.25]}"));
    new NpzSegmentWriter()
        .write(new FolderFiles(folder), "s.npz", "s.json", batch, SortedRows.of(batch));

    String script =
        """
        import sys, json, hashlib, numpy
        z = numpy.load(sys.argv[1] + '/s.npz', allow_pickle=False)
        m = json.load(open(sys.argv[1] + '/s.json'))
        sha = lambda b: hashlib.sha256(b).hexdigest()
        assert sorted(z.files) == ['embeddings', 'ids'], z.files
        assert z['ids'].tolist() == ['a', '\\U0001F600-n\\u00e9'], z['ids']
        e = z['embeddings']
        assert e.dtype == numpy.dtype('<f4') and e.flags['C_CONTIGUOUS']
        assert (e == numpy.array([[1, 2, 3.25], [0.1, -2e-30, 3]], '<f4')).all(), e
        assert m['ids_sha256'] == sha(z['ids'].tobytes())
        assert m['embeddings_sha256'] == sha(e.tobytes())
        assert m['npz_sha256'] == sha(open(sys.argv[1] + '/s.npz', 'rb').read())
        assert (m['count'], m['dimension'], m['dtype'], m['order']) == (2, 3, '<f4', 'C')
        print('equal')
        """;
    assertThat(Programs.python(script, folder.toString()).strip(), is("equal"));
  }

  @ParameterizedTest
  @CsvSource({
    "savez, <f4, <U4",
    "savez, >f4, >U4",
    "savez, <f8, S4",
    "savez, <f2, <U4",
    "savez_compressed, <f4, <U4",
    "savez_compressed, >f8, S4",
    "savez_compressed, >f2, >U9"
  })
  void readsWhatNumpyWrites(String save, String floats, String ids) throws IOException {
    Path file = folder.resolve("x.npz");
    String script =
        """
        import sys, numpy
        getattr(numpy, sys.argv[2])(sys.argv[1],
            ids=numpy.array(['ab', 'c', 'wxyz'], sys.argv[4]),
            embeddings=numpy.array([[1, 0.5], [-2, 0.000061035156], [65504, 0]], sys.argv[3]))
        """;
    Programs.python(script, file.toString(), save, floats, ids);

    assertThat(
        readAll(file), contains("ab[1.0, 0.5]", "c[-2.0, 6.1035156E-5]", "wxyz[65504.0, 0.0]"));
  }

  @Test
  void readsNumbersAsIds() throws IOException {
    Path file = folder.resolve("x.npz");
    Programs.python(
        "import sys, numpy; numpy.savez(sys.argv[1], ids=numpy.array([7, -1 << 40]),"
            + " embeddings=numpy.zeros((2, 1), 'f4'))",
        file.toString());
    assertThat(readAll(file), contains("7[0.0]", "-1099511627776[0.0]"));
  }

  private static List<String> readAll(Path file) throws IOException {
    List<String> pairs = new ArrayList<>();
    try (NpzReader reader = NpzReader.open(file)) {
      reader.forEach((row, id, vector) -> pairs.add(id + Arrays.toString(vector)));
      for (int row = 0; row < reader.count(); row++) {
        float[] vector = new float[reader.dimension()];
        reader.vector(row, vector);
        assertThat(reader.id(row) + Arrays.toString(vector), is(pairs.get(row)));
      }
    }
    return pairs;
  }
}
