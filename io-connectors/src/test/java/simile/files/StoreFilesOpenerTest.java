package simile.files;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFilesOpenerTest {
  private final StoreFilesOpener opener = StoreFilesOpener.fromClassPath();
  @TempDir Path folder;

  @Test
  void aPlainPathAndItsUriAreOnePlace() throws IOException {
    Path store = folder.resolve("my store é");
    assertThat(opener.open(store.toString()).root(), equalTo(store.toString()));
    assertThat(opener.open(store.toUri().toString()).root(), equalTo(store.toString()));
    assertThat(
        opener.open("some/where").root(),
        equalTo(Path.of("some/where").toAbsolutePath().toString()));
  }

  @Test
  void aSchemeThatNothingServesIsRefusedWithTheOnesThatAre() {
    UnsupportedStoreException e =
        assertThrows(UnsupportedStoreException.class, () -> opener.open("gopher://host/store"));
    assertThat(e.getMessage(), containsString("'gopher:'"));
    assertThat(e.getMessage(), containsString("served: file"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "file:relative", "file://host/share", "file:///a b"})
  void textThatIsNoLocationIsRefused(String location) {
    assertThrows(UnsupportedStoreException.class, () -> opener.open(location));
  }
}
