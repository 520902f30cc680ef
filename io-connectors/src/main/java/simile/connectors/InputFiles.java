package simile.connectors;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import simile.files.StoreFilesOpener;
import simile.files.StoredFile;
import simile.input.FileFormat;
import simile.input.LocalFileList;
import simile.input.RemoteFileList;
import simile.input.SourceFile;

/**
 * Finds input files. An input is a file, a folder (its {@code .jsonl}, {@code .ndjson} and {@code
 * .json} files, compressed or not), or a glob; local, where a store can be, or of any Beam file
 * system.
 */
public final class InputFiles {
  private InputFiles() {}

  /**
   * Lists the files of all inputs: in the order given, by name within a folder or glob, and each
   * once.
   *
   * @throws FileNotFoundException if an input matches nothing
   * @throws IOException if a place cannot be read
   */
  public static List<SourceFile> list(List<String> inputs) throws IOException {
    return list(inputs, List.of(FileFormat.JSONL));
  }

  /** As {@link #list(List)}, where a folder has files of any format that can be imported. */
  public static List<SourceFile> importable(List<String> inputs) throws IOException {
    return list(inputs, List.of(FileFormat.values()));
  }

  private static List<SourceFile> list(List<String> inputs, List<FileFormat> formats)
      throws IOException {
    Set<SourceFile> files = new LinkedHashSet<>();
    for (String input : inputs) {
      files.addAll(list(input, formats));
    }
    return List.copyOf(files);
  }

  private static List<SourceFile> list(String given, List<FileFormat> formats) throws IOException {
    String input = given.startsWith("file:/") ? LocalCopy.absolute(given) : given;
    if (isLocal(input)) {
      return local(input, formats);
    }
    StoreFilesOpener opener = StoreFilesOpener.fromClassPath();
    if (opener.isRemote(input)) {
      return remote(opener, input, formats);
    }
    List<SourceFile> found = match(input);
    if (found.isEmpty()) {
      throw new FileNotFoundException(
          "no input at '" + input + "'; give a file, a folder, a glob, or - for standard input");
    }
    return found;
  }

  static boolean isLocal(String input) {
    return !input.matches("[A-Za-z][A-Za-z0-9+.-]+://.*");
  }

  /** Beam walks through whole folders to match a name in them, so local files are found by us. */
  private static List<SourceFile> local(String input, List<FileFormat> formats) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    for (Path file : LocalFileList.of(input, formats)) {
      found.add(sourceFile(file));
    }
    return found;
  }

  private static List<SourceFile> remote(
      StoreFilesOpener opener, String input, List<FileFormat> formats) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    for (String file : new RemoteFileList(opener, formats).of(input)) {
      found.add(sourceFile(opener, file));
    }
    return found;
  }

  static SourceFile sourceFile(Path file) throws IOException {
    return sourceFile(FileSystems.matchSingleFileSpec(file.toString()));
  }

  static SourceFile sourceFile(StoreFilesOpener opener, String file) throws IOException {
    return new SourceFile(file, BeamInputs.stamp(StoredFile.of(opener, file)));
  }

  static List<SourceFile> match(String spec) throws IOException {
    return FileSystems.match(spec, EmptyMatchTreatment.ALLOW).metadata().stream()
        .map(InputFiles::sourceFile)
        .sorted(Comparator.comparing(SourceFile::uri))
        .toList();
  }

  private static SourceFile sourceFile(Metadata file) {
    return new SourceFile(file.resourceId().toString(), BeamInputs.stamp(file));
  }
}
