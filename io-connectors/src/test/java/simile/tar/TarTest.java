package simile.tar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of ours, read by us and by others; archives of others, read by us. */
class TarTest {
  private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.9Z");

  @TempDir Path folder;

  private static Map<String, String> sample() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("bundle.json", "{}");
    files.put("empty", "");
    files.put("models/" + "d".repeat(99) + "/" + "n".repeat(90) + ".pth", "prefix");
    files.put("models/" + "x".repeat(255), "long");
    files.put("models/modèle ✓.pth", "unicode");
    files.put("models/with blank", "y".repeat(512));
    files.put("data/one", "z".repeat(1025));
    return files;
  }

  @Test
  void whatIsWrittenIsListed() throws Exception {
    Path archive = write(sample());
    List<String> names = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(archive)) {
      for (TarEntry entry : TarReader.list(channel, 100)) {
        byte[] all = Files.readAllBytes(archive);
        int from = (int) entry.offset();
        String content = new String(all, from, (int) entry.bytes(), UTF_8);
        assertThat(content, is(sample().get(entry.name())));
        names.add(entry.name());
      }
    }
    assertThat(names, is(List.copyOf(sample().keySet())));
  }

  @Test
  void othersReadIt() throws Exception {
    Map<String, String> read = new LinkedHashMap<>();
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(Files.newInputStream(write(sample())), "UTF-8")) {
      for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        read.put(e.getName(), new String(in.readAllBytes(), UTF_8));
        assertThat(e.getLongUserId(), is(0L));
        assertThat(e.getUserName(), is(""));
        assertThat(e.getLastModifiedTime().toInstant(), is(Instant.parse("2026-01-31T12:00:00Z")));
      }
    }
    assertThat(read, is(sample()));
  }

  @Test
  void equalFilesMakeEqualArchives() throws Exception {
    byte[] one = Files.readAllBytes(write(sample()));
    assertThat(Files.readAllBytes(write(sample())), is(one));
    assertThat(one.length % 512, is(0));
  }

  @Test
  void largeSizesAreInPaxHeaders() throws Exception {
    long bytes = TarBlock.MAX_OCTAL + 1;
    Head head = new Head(1024);
    IOException small =
        assertThrows(
            IOException.class,
            () ->
                new TarWriter(head, TIME).add("big", bytes, new ByteArrayInputStream(new byte[9])));
    assertThat(small.getMessage(), containsString("expected 8589934592 bytes, found 9"));
    assertThat(head.text(), containsString("19 size=8589934592\n"));
  }

  @Test
  void contentThatChangesIsNoticed() {
    IOException longer =
        assertThrows(
            IOException.class,
            () ->
                new TarWriter(OutputStream.nullOutputStream(), TIME)
                    .add("x", 3, new ByteArrayInputStream(new byte[4])));
    assertThat(longer.getMessage(), containsString("expected 3 bytes, found at least 4"));
  }

  @Test
  void archivesOfOthersAreRead() throws Exception {
    for (int mode :
        List.of(TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX)) {
      Path archive = folder.resolve("other-" + mode);
      try (TarArchiveOutputStream out =
          new TarArchiveOutputStream(Files.newOutputStream(archive), "UTF-8")) {
        out.setLongFileMode(mode);
        out.putArchiveEntry(new TarArchiveEntry("./"));
        out.closeArchiveEntry();
        for (Map.Entry<String, String> file : sample().entrySet()) {
          TarArchiveEntry entry = new TarArchiveEntry("./" + file.getKey());
          entry.setSize(file.getValue().getBytes(UTF_8).length);
          out.putArchiveEntry(entry);
          out.write(file.getValue().getBytes(UTF_8));
          out.closeArchiveEntry();
        }
      }
      try (FileChannel channel = FileChannel.open(archive)) {
        assertThat(
            TarReader.list(channel, 100).stream().map(TarEntry::name).toList(),
            contains(sample().keySet().toArray()));
      }
    }
  }

  private Path write(Map<String, String> files) throws IOException {
    Path archive = Files.createTempFile(folder, "ours", ".tar");
    try (OutputStream out = Files.newOutputStream(archive)) {
      TarWriter tar = new TarWriter(out, TIME);
      for (Map.Entry<String, String> file : files.entrySet()) {
        byte[] content = file.getValue().getBytes(UTF_8);
        tar.add(file.getKey(), content.length, new ByteArrayInputStream(content));
      }
      tar.finish();
    }
    return archive;
  }

  /** Keeps the first bytes of what is written. */
  private static final class Head extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;

    Head(int most) {
      this.most = most;
    }

    @Override
    public void write(int b) {
      if (kept.size() < most) {
        kept.write(b);
      }
    }

    String text() {
      return new String(kept.toByteArray(), UTF_8);
    }
  }
}
