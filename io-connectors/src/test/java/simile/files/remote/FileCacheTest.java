package simile.files.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.files.Sha256;

class FileCacheTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path folder;
  private LocalFiles elsewhere;

  @BeforeEach
  void openStore() {
    elsewhere = new LocalFiles(folder.resolve("store"));
  }

  @Test
  void aFileIsFetchedOnceAndGoneWithItsViews() throws IOException {
    String sha256 = put("a", "content");
    try (LocalView view = cache(100, 0).view(elsewhere, "a", sha256, false)) {
      assertThat(Files.readString(view.path()), equalTo("content"));
    }
    elsewhere.delete("a");
    try (LocalView view = cache(100, 1).view(elsewhere, "a", sha256, false)) {
      assertThat(Files.readString(view.path()), equalTo("content"));
    }
    assertThat(names(), equalTo(List.of(sha256)));
  }

  @Test
  void whatWasDamagedOnThisDiskIsFetchedAgain() throws IOException {
    String sha256 = put("a", "content");
    cache(100, 0).view(elsewhere, "a", sha256, false).close();
    Files.writeString(place().resolve(sha256), "c0ntent");
    try (LocalView view = cache(100, 1).view(elsewhere, "a", sha256, false)) {
      assertThat(Files.readString(view.path()), equalTo("content"));
    }
  }

  @Test
  void whatIsNotWhatTheLogNamesIsRefusedAndNotKept() throws IOException {
    String sha256 = put("a", "content");
    elsewhere.replace("a", "c0ntent".getBytes(UTF_8));
    IOException e =
        assertThrows(IOException.class, () -> cache(100, 0).view(elsewhere, "a", sha256, false));
    assertThat(e.getMessage(), containsString("a is damaged"));
    assertThrows(
        NoSuchFileException.class, () -> cache(100, 0).view(elsewhere, "none", sha256, false));
    assertThat(names(), empty());
  }

  @Test
  void whatWasNotUsedForLongestGoesAndItsReadersKeepIt() throws IOException {
    String a = put("a", "aaaaaaaaaa");
    String b = put("b", "bbbbbbbbbb");
    String c = put("c", "cccccccccc");
    try (LocalView first = cache(25, 0).view(elsewhere, "a", a, false)) {
      cache(25, 1).view(elsewhere, "b", b, false).close();
      cache(25, 2).view(elsewhere, "b", b, false).close();
      cache(25, 3).view(elsewhere, "c", c, false).close();
      assertThat(Files.exists(place().resolve(a)), is(false));
      assertThat(Files.readString(first.path()), equalTo("aaaaaaaaaa"));
    }
    assertThat(names(), hasSize(2));
  }

  @Test
  void whatIsLargerThanTheCacheIsNotKept() throws IOException {
    String sha256 = put("a", "content");
    try (LocalView view = cache(3, 0).view(elsewhere, "a", sha256, false)) {
      assertThat(Files.readString(view.path()), equalTo("content"));
    }
    assertThat(names(), empty());
  }

  @Test
  void viewsThatTheDeadLeftGoAfterADay() throws IOException {
    String a = put("a", "a");
    String b = put("b", "b");
    LocalView left = cache(100, 0).view(elsewhere, "a", a, false);
    Files.setLastModifiedTime(left.path(), FileTime.from(NOON.minusSeconds(90_000)));
    cache(100, 1).view(elsewhere, "b", b, false).close();
    assertThat(Files.exists(left.path()), is(false));
  }

  @Test
  void nobodyElseCanReadIt() throws IOException {
    cache(100, 0);
    assertThat(
        PosixFilePermissions.toString(Files.getPosixFilePermissions(place())),
        equalTo("rwx------"));
  }

  private FileCache cache(long most, long second) throws IOException {
    return new FileCache(place(), most, Clock.fixed(NOON.plusSeconds(second), ZoneOffset.UTC));
  }

  private Path place() {
    return folder.resolve("cache");
  }

  private String put(String path, String content) throws IOException {
    elsewhere.replace(path, content.getBytes(UTF_8));
    return Sha256.of(content.getBytes(UTF_8));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(place())) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
