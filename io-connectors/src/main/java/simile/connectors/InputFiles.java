package simile.connectors;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import simile.input.Codec;
import simile.input.SourceFile;

/**
 * Finds input files. An input is a file, a folder (its {@code .jsonl}, {@code .ndjson} and {@code
 * .json} files, compressed or not), or a glob; local or of any Beam file system.
 */
public final class InputFiles {
  private static final List<String> SUFFIXES = List.of(".jsonl", ".ndjson", ".json");

  private InputFiles() {}

  /**
   * Lists the files of all inputs: in the order given, by name within a folder or glob, and each
   * once.
   *
   * @throws FileNotFoundException if an input matches nothing
   * @throws IOException if a place cannot be read
   */
  public static List<SourceFile> list(List<String> inputs) throws IOException {
    Set<SourceFile> files = new LinkedHashSet<>();
    for (String input : inputs) {
      files.addAll(list(input));
    }
    return List.copyOf(files);
  }

  private static List<SourceFile> list(String input) throws IOException {
    boolean isLocal = !input.matches("[A-Za-z][A-Za-z0-9+.-]+://.*");
    if (isLocal && Files.isDirectory(Path.of(input))) {
      return folder(Path.of(input).toAbsolutePath().normalize());
    }
    String spec = isLocal ? Path.of(input).toAbsolutePath().normalize().toString() : input;
    List<SourceFile> found = match(spec);
    if (found.isEmpty()) {
      throw new FileNotFoundException(
          "no input at '"
              + input
              + "'; give a file, a folder, a glob in quotes, or - for standard input");
    }
    return found;
  }

  private static List<SourceFile> folder(Path folder) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    try (var children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (Files.isRegularFile(child) && isRecords(child.getFileName().toString())) {
          found.addAll(match(child.toString()));
        }
      }
    }
    if (found.isEmpty()) {
      throw new FileNotFoundException(
          "folder '"
              + folder
              + "' has no "
              + String.join(", ", SUFFIXES)
              + " files, compressed or not");
    }
    found.sort(Comparator.comparing(SourceFile::uri));
    return found;
  }

  private static boolean isRecords(String name) {
    String plain = Codec.ofName(name).strip(name).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && SUFFIXES.stream().anyMatch(plain::endsWith);
  }

  private static List<SourceFile> match(String spec) throws IOException {
    return FileSystems.match(spec, EmptyMatchTreatment.ALLOW).metadata().stream()
        .map(InputFiles::sourceFile)
        .sorted(Comparator.comparing(SourceFile::uri))
        .toList();
  }

  private static SourceFile sourceFile(Metadata file) {
    return new SourceFile(file.resourceId().toString(), BeamInputs.stamp(file));
  }
}
