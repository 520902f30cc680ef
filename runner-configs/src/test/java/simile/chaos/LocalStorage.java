package simile.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import simile.files.StorePaths;

/** Stores in a folder of this machine. */
final class LocalStorage implements Storage {
  private final Path folder;

  LocalStorage(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "local disk";
  }

  @Override
  public String location(String store) {
    return folder.resolve(store).toString();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean isCommitting(String store, String run) throws IOException {
    File log = folder.resolve(store).resolve("_log").toFile();
    String[] hidden = log.list((in, name) -> StorePaths.isTemporary(name));
    for (String name : hidden == null ? new String[0] : hidden) {
      if (isEntry(log.toPath().resolve(name), run)) {
        return true;
      }
    }
    return false;
  }

  /** A place is tried out under hidden names too. */
  private static boolean isEntry(Path file, String run) throws IOException {
    try {
      return new String(Files.readAllBytes(file), UTF_8).contains("\"" + run + "\"");
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void age(String store) throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    for (Path file : hiddenFiles(store)) {
      Files.setLastModifiedTime(file, old);
    }
  }

  @Override
  public long hidden(String store) throws IOException {
    return hiddenFiles(store).size();
  }

  private List<Path> hiddenFiles(String store) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve(store))) {
      return all.filter(file -> StorePaths.isTemporary(file.getFileName().toString())).toList();
    }
  }

  @Override
  public void drop(String store) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve(store))) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
