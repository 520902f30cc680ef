package simile.benchmarks.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A folder that Beam's file output writes to: a folder for each domain, and temporary ones. */
record OutputFolder(Path folder) {
  private static final String TEMPORARY = ".temp-beam";
  private static final String NAMED = "source_domain=";

  /** Whether a temporary file has bytes. */
  boolean isBegun() {
    return files(TEMPORARY).anyMatch(file -> file.length() > 0);
  }

  /** Whether a file has its last name. */
  boolean hasNamed() {
    return files(NAMED).findAny().isPresent();
  }

  /** How many temporary files there are. */
  long temporary() {
    return files(TEMPORARY).count();
  }

  /** Reads the lines of all files that have their last names. */
  void lines(Consumer<String> each) throws IOException {
    List<File> named = files(NAMED).toList();
    for (File file : named) {
      try (BufferedReader in = Files.newBufferedReader(file.toPath())) {
        in.lines().forEach(each);
      }
    }
  }

  private Stream<File> files(String folders) {
    List<File> found = new ArrayList<>();
    for (File inner : inside(folder.toFile())) {
      if (inner.getName().startsWith(folders)) {
        found.addAll(inside(inner));
      }
    }
    return found.stream();
  }

  /** Empty if it is gone meanwhile. */
  private static List<File> inside(File folder) {
    File[] files = folder.listFiles();
    return files == null ? List.of() : Arrays.asList(files);
  }
}
