package simile.connectors;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.files.StoreFilesOpener;
import simile.input.FileFormat;
import simile.input.LocalFileList;
import simile.input.RemoteFileList;
import simile.input.SourceFile;

/**
 * The files of lines that are in a folder, or match a glob, at this moment: those that {@link
 * InputFiles} finds, without those whose names say that they are not finished. They begin with
 * {@code .} or {@code _}, or end in {@code .tmp}.
 */
public final class PresentFiles {
  private static final List<FileFormat> LINES = List.of(FileFormat.JSONL);

  private PresentFiles() {}

  /**
   * Whether it can be watched: a folder, or what has signs of a glob. Where folders are only names,
   * as on S3, anything can.
   */
  public static boolean isPlace(String place) {
    return !InputFiles.isLocal(place)
        || LocalFileList.isGlob(place)
        || Files.isDirectory(Path.of(place));
  }

  /**
   * Lists them by name. Neither an empty place nor a file that goes away meanwhile is an error.
   *
   * @throws IOException if the place cannot be read
   */
  public static List<SourceFile> in(String place) throws IOException {
    try {
      return list(place);
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  private static List<SourceFile> list(String place) throws IOException {
    if (InputFiles.isLocal(place)) {
      return found(LocalFileList.of(place, LINES), InputFiles::sourceFile);
    }
    StoreFilesOpener opener = StoreFilesOpener.fromClassPath();
    return opener.isRemote(place)
        ? found(
            new RemoteFileList(opener, LINES).of(place),
            file -> InputFiles.sourceFile(opener, file))
        : InputFiles.match(place).stream().filter(file -> isFinished(file.uri())).toList();
  }

  /** Finds out what is to be known of a file. */
  @FunctionalInterface
  private interface Look<F> {
    SourceFile at(F file) throws IOException;
  }

  private static <F> List<SourceFile> found(List<F> files, Look<F> look) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    for (F file : files) {
      if (isFinished(file.toString())) {
        look(file, look).ifPresent(found::add);
      }
    }
    return found;
  }

  private static <F> Optional<SourceFile> look(F file, Look<F> look) throws IOException {
    try {
      return Optional.of(look.at(file));
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty(); // it was there a moment ago
    }
  }

  private static boolean isFinished(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !name.startsWith(".") && !name.startsWith("_") && !name.endsWith(".tmp");
  }
}
