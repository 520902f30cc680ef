package simile.testkit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.CapabilityProbe;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.files.UnsupportedStoreException;

class CapabilityProbeTest {
  @TempDir Path folder;

  @Test
  void storageThatOverwritesIsRefused() {
    refused(
        new ForwardingFiles(new LocalFiles(folder)) {
          @Override
          public boolean putIfAbsent(String path, byte[] content) throws IOException {
            replace(path, content);
            return true;
          }
        },
        "a second create is not refused");
  }

  @Test
  void storageThatRefusesInWordsAndOverwritesInDeedIsRefused() {
    refused(
        new ForwardingFiles(new LocalFiles(folder)) {
          @Override
          public boolean putIfAbsent(String path, byte[] content) throws IOException {
            boolean isNew = size(path).isEmpty();
            replace(path, content);
            return isNew;
          }
        },
        "changed the file");
  }

  @Test
  void storageWhoseListingHidesNewFilesIsRefused() {
    refused(
        new ForwardingFiles(new LocalFiles(folder)) {
          @Override
          public List<String> list(String path) {
            return List.of();
          }
        },
        "listing does not show");
  }

  private static void refused(StoreFiles liar, String why) {
    UnsupportedStoreException e =
        assertThrows(UnsupportedStoreException.class, () -> CapabilityProbe.require(liar, "_log"));
    assertThat(e.getMessage(), containsString(why));
  }
}
