package simile.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.DurableOutput;
import simile.files.LocalBuild;

/** What holds for a local folder and for one that is reached through Beam alone. */
final class OutputFilesTest {
  @TempDir Path folder;

  @BeforeAll
  static void registerFileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void filesAreMadeMovedReplacedAndDeleted(boolean local) throws IOException {
    OutputFiles files = open(local, folder.resolve("out"));
    assertThat(files.list(""), empty());
    write(files, "_unfinished/run/a b.jsonl", "one");
    write(files, "_unfinished/run/k=%20é/b", "two");
    assertThat(files.list(""), contains("_unfinished/run/a b.jsonl", "_unfinished/run/k=%20é/b"));
    files.move("_unfinished/run/a b.jsonl", "k=v/part");
    write(files, "_unfinished/run/c", "three");
    files.move("_unfinished/run/c", "k=v/part");
    files.replace("manifest", "old".getBytes(UTF_8));
    files.replace("manifest", "new".getBytes(UTF_8));
    files.sync(List.of("", "k=v"));
    assertThat(read(files, "k=v/part") + read(files, "manifest"), is("threenew"));
    try (LocalCopy copy = files.local("k=v/part")) {
      assertThat(Files.readString(copy.path()), is("three"));
    }
    files.delete("_unfinished/run/k=%20é/b");
    files.delete("never");
    assertThat(files.list(""), contains("k=v/part", "manifest"));
    assertThat(files.list("k=v"), contains("k=v/part"));
    assertThat(files.exists("k=v/part"), is(true));
    assertThat(files.exists("never"), is(false));
    assertThrows(FileNotFoundException.class, () -> read(files, "never"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsGivenUpLeavesNothing(boolean local) throws IOException {
    OutputFiles files = open(local, folder.resolve("out"));
    try (DurableOutput out = files.create("given-up")) {
      out.write(1);
      out.abandon();
    }
    try (LocalBuild build = files.build("unbuilt")) {
      Files.writeString(build.path(), "half");
    }
    try (LocalBuild build = files.build("built")) {
      Files.writeString(build.path(), "whole");
      build.publish();
    }
    assertThat(files.list(""), contains("built"));
    assertThat(read(files, "built"), is("whole"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true})
  void foldersThatAreEmptyGo(boolean local) throws IOException {
    OutputFiles files = open(local, folder.resolve("out"));
    write(files, "a/b/c/file", "x");
    write(files, "a/other", "x");
    files.delete("a/b/c/file");
    assertThat(Files.exists(folder.resolve("out/a/b")), is(false));
    assertThat(files.list(""), contains("a/other"));
    Path plain = Files.writeString(folder.resolve("plain"), "a file");
    assertThrows(NotDirectoryException.class, () -> open(local, plain).list(""));
  }

  @Test
  void whatOthersDeleteWhileItIsListedIsPassedOver() throws Exception {
    OutputFiles files = open(true, folder.resolve("out"));
    write(files, "stays/file", "x");
    CompletableFuture<Void> others =
        CompletableFuture.runAsync(
            () -> {
              try {
                for (int round = 0; round < 500; round++) {
                  files.replace("goes/a/b/c", new byte[0]);
                  files.delete("goes/a/b/c");
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    while (!others.isDone()) {
      assertThat(files.list(""), hasItem("stays/file"));
      assertThat(files.list("goes/a"), everyItem(startsWith("goes/a/b/")));
    }
    others.get();
    assertThat(files.list(""), contains("stays/file"));
  }

  private static OutputFiles open(boolean local, Path root) throws IOException {
    return local
        ? OutputFiles.at(root.toString())
        : new BeamOutputFiles(FileSystems.matchNewResource(root.toString(), true));
  }

  private static void write(OutputFiles files, String path, String content) throws IOException {
    try (DurableOutput out = files.create(path)) {
      out.write(content.getBytes(UTF_8));
    }
  }

  private static String read(OutputFiles files, String path) throws IOException {
    try (InputStream in = files.read(path)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
