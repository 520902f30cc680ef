package simile.files;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardLinkTest {
  @TempDir Path folder;

  @Test
  void aFileSystemWithoutHardLinksIsRefusedByName() throws IOException {
    Path zip = folder.resolve("fs.zip");
    try (FileSystem noLinks = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path temporary = Files.writeString(noLinks.getPath("/temporary"), "1");
      HardLink link = new HardLink(temporary, noLinks.getPath("/target"));
      UnsupportedStoreException e = assertThrows(UnsupportedStoreException.class, link::create);
      assertThat(e.getMessage(), containsString("needs a file system with hard links"));
    }
  }

  @Test
  void aRefusalThatMeetsItsOwnSuccessCountsAsMine() throws IOException {
    Path temporary = Files.writeString(folder.resolve("temporary"), "1");
    HardLink link = new HardLink(temporary, folder.resolve("target"));
    assertThat(link.create(), is(true));
    assertThat("as after a repeated request", link.create(), is(true));
    Path other = Files.writeString(folder.resolve("other"), "2");
    assertThat(new HardLink(other, folder.resolve("target")).create(), is(false));
  }

  @Test
  void aFailureThatMadeNothingIsReportedAsItIs() {
    HardLink link = new HardLink(folder.resolve("none"), folder.resolve("target"));
    assertThrows(NoSuchFileException.class, link::create);
  }
}
