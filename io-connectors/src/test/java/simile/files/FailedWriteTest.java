package simile.files;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailedWriteTest {
  private final IOException full = new IOException("No space left on device");

  @Test
  void saysWhereAndWhatToDo() {
    Path output = FailedWrite.temporary().resolve("out/part.npz");
    assertThat(
        FailedWrite.at(output, full).getMessage(),
        is(
            "cannot write '%s': No space left on device; check the disk's space and health, and run it again"
                .formatted(output)));
  }

  @Test
  void ofItsOwnTemporaryFileItSaysThatAnotherFolderMayBeNamed() {
    Path spill = FailedWrite.temporary().resolve("simile-npz-1");
    String message = FailedWrite.at(spill, full).getMessage();
    assertThat(message, startsWith("cannot write '" + spill + "': No space left on device; "));
    assertThat(
        message, endsWith("or name another folder: SIMILE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER"));
  }

  @Test
  void whatNamesItsFileStaysAsItIs() {
    IOException named = new FileSystemException("/out", null, "Read-only file system");
    assertThat(FailedWrite.at(Path.of("/out"), named), is(named));
  }
}
