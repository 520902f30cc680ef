package simile.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds local files: a named one, those of a folder, those that a glob matches. */
public final class LocalFileList {

  private LocalFileList() {}

  /**
   * The files of an input, by name: itself, or of a folder those that hold records, or those that a
   * glob matches. Looks no deeper into folders than the glob does.
   *
   * @throws FileNotFoundException if there is none
   */
  public static List<Path> of(String input) throws IOException {
    return of(input, List.of(FileFormat.JSONL));
  }

  /** As {@link #of(String)}, where a folder has files of these formats. */
  public static List<Path> of(String input, List<FileFormat> formats) throws IOException {
    Path path = Path.of(input).toAbsolutePath().normalize();
    if (Files.isDirectory(path)) {
      return folder(path, formats);
    }
    if (Files.exists(path)) {
      return List.of(path);
    }
    List<Path> found = isGlob(input) ? glob(path) : List.of();
    if (found.isEmpty()) {
      throw none(input);
    }
    return found;
  }

  private static List<Path> folder(Path folder, List<FileFormat> formats) throws IOException {
    List<Path> found;
    try (Stream<Path> children = Files.list(folder)) {
      found = children.filter(file -> isRecords(file, formats)).sorted().toList();
    }
    if (found.isEmpty()) {
      throw noRecords(folder.toString(), formats);
    }
    return found;
  }

  static FileNotFoundException noRecords(String folder, List<FileFormat> formats) {
    return new FileNotFoundException(
        "folder '"
            + folder
            + "' has no "
            + formats.stream()
                .flatMap(format -> format.suffixes().stream())
                .collect(Collectors.joining(", "))
            + " files, compressed or not");
  }

  static FileNotFoundException none(String input) {
    return new FileNotFoundException(
        "no input at '"
            + input
            + "'; give a file, a folder, a glob in quotes, or - for standard input");
  }

  private static List<Path> glob(Path pattern) throws IOException {
    Path base = pattern.getRoot();
    int fixed = 0;
    while (fixed < pattern.getNameCount() && !isGlob(pattern.getName(fixed).toString())) {
      base = base.resolve(pattern.getName(fixed++));
    }
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    boolean deep = pattern.toString().contains("**");
    int depth = deep ? Integer.MAX_VALUE : pattern.getNameCount() - fixed;
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> below = Files.walk(base, depth, FileVisitOption.FOLLOW_LINKS)) {
      return below
          .filter(file -> matcher.matches(file) && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  /** Whether a name has signs that stand for others. */
  public static boolean isGlob(String text) {
    return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static boolean isRecords(Path file, List<FileFormat> formats) {
    return isRecords(file.getFileName().toString(), formats) && Files.isRegularFile(file);
  }

  /** Whether a file of that name in a folder is taken for records. */
  static boolean isRecords(String name, List<FileFormat> formats) {
    return !name.startsWith(".") && FileFormat.ofName(name).filter(formats::contains).isPresent();
  }
}
