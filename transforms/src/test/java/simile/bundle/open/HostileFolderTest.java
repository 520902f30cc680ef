package simile.bundle.open;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.bundle.Bundle;
import simile.bundle.BundleException;
import simile.bundle.BundleJson;
import simile.bundle.Samples;
import simile.files.LocalFiles;

/** Folders that are no bundle, or not the one that they say. */
class HostileFolderTest {
  private static final long SEED = 20261129;

  @TempDir Path temporary;

  private final Samples sample = Samples.typical();
  private final Bundle bundle = sample.bundle();
  private Path folder;

  @BeforeEach
  void write() throws IOException {
    folder = temporary.resolve("bundle");
    for (Map.Entry<String, byte[]> file : sample.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Files.write(folder.resolve("bundle.json"), BundleJson.toBytes(bundle));
  }

  @Test
  void aSoundOneStaysWhereItIs() throws IOException {
    try (OpenBundle open = OpenBundle.open(folder, temporary)) {
      assertThat(open.bundle(), is(bundle));
      assertThat(open.location("x"), is(folder.toRealPath().resolve("x").toString()));
    }
    try (OpenBundle open = OpenBundle.open(new LocalFiles(folder))) {
      assertThat(open.bundle(), is(bundle));
      assertThat(open.location("x"), is(folder.resolve("x").toString()));
    }
    assertThat(Files.exists(folder.resolve("bundle.json")), is(true));
  }

  @Test
  void anUnfinishedOneHasNoIndex() throws IOException {
    Files.delete(folder.resolve("bundle.json"));
    refusedAnywhere("there is no bundle.json; a bundle that was not finished has none");
    assertThat(OpenBundle.isBundle(folder), is(false));
  }

  @Test
  void aLinkToAFileIsRefused() throws IOException {
    Path data = folder.resolve("data/analogies/part-00000-of-00001.jsonl");
    Path elsewhere = Files.move(data, temporary.resolve("elsewhere"));
    Files.createSymbolicLink(data, elsewhere);
    refused("is a symbolic link");
  }

  @Test
  void aLinkToAFolderIsRefused() throws IOException {
    Path elsewhere = Files.move(folder.resolve("models"), temporary.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("models"), elsewhere);
    refused("is a symbolic link");
  }

  @Test
  void aLinkThatIsTheIndexIsRefused() throws IOException {
    Path elsewhere = Files.move(folder.resolve("bundle.json"), temporary.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("bundle.json"), elsewhere);
    refused("is a symbolic link");
  }

  @Test
  void aPipeIsRefusedAndNotOpened() throws Exception {
    Path pipe = folder.resolve("models/pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(made.waitFor(), is(0));
    refused("is no regular file");
  }

  @Test
  void aFileTooManyIsRefused() throws IOException {
    Files.writeString(folder.resolve("models/more.pth"), "x");
    refusedAnywhere("'models/more.pth' is there, but bundle.json does not name it");
  }

  @Test
  void aFileTooFewIsRefused() throws IOException {
    Files.delete(folder.resolve("history/commits.jsonl"));
    refusedAnywhere("'history/commits.jsonl' is missing");
  }

  @Test
  void aFileOfAnotherSizeIsRefused() throws IOException {
    Files.writeString(folder.resolve("data/frames/part-00000-of-00001.jsonl"), "{}\n");
    refusedAnywhere("has 3 bytes; expected 0");
  }

  @Test
  void namesThatDifferOnlyInCaseAreRefused() throws IOException {
    Files.writeString(folder.resolve("BUNDLE.JSON"), "{}\n");
    refusedAnywhere("differ only in case");
  }

  @Test
  void anEndlessIndexIsNotRead() throws IOException {
    try (var file = new java.io.RandomAccessFile(folder.resolve("bundle.json").toFile(), "rw")) {
      file.setLength(1L << 40);
    }
    refusedAnywhere("at most 67108864 are read");
  }

  @Test
  void flippedBitsAreNoticed() throws IOException {
    Random random = new Random(SEED);
    String[] paths = sample.files().keySet().toArray(String[]::new);
    for (int i = 0; i < 40; i++) {
      String path = paths[random.nextInt(paths.length)];
      byte[] content = sample.files().get(path).clone();
      if (content.length == 0) {
        continue;
      }
      int bit = random.nextInt(content.length * 8);
      content[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(folder.resolve(path), content);
      refusedAnywhere("'" + path + "' is damaged");
      Files.write(folder.resolve(path), sample.files().get(path));
    }
  }

  @Test
  void whatIsNeitherFolderNorArchiveIsRefused() throws IOException {
    Path text = Files.write(temporary.resolve("x.jsonl"), "{}".repeat(1000).getBytes(UTF_8));
    assertThat(OpenBundle.isBundle(text), is(false));
    assertThat(message(text), containsString("no header of a tar archive"));
    assertThat(
        message(temporary.resolve("nothing")), containsString("no bundle; expected a folder"));
  }

  /** Also where it is not on local disk, as far as this class can tell. */
  private void refusedAnywhere(String why) {
    refused(why);
    var elsewhere =
        assertThrows(BundleException.class, () -> OpenBundle.open(new LocalFiles(folder)));
    assertThat(elsewhere.getMessage(), containsString(why));
  }

  private void refused(String why) {
    assertThat(message(folder), containsString(why));
  }

  private String message(Path location) {
    return assertThrows(BundleException.class, () -> OpenBundle.open(location, temporary))
        .getMessage();
  }
}
