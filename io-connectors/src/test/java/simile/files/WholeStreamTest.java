package simile.files;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeStreamTest {
  private static final int BYTES = 50_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, BYTES - 1, BYTES, BYTES + 1, 2 * BYTES})
  void allIsReadWhateverLengthIsTold(int told) throws IOException {
    byte[] bytes = new byte[BYTES];
    new Random(told).nextBytes(bytes);
    assertThat(WholeStream.read(new ByteArrayInputStream(bytes), told), is(bytes));
  }
}
