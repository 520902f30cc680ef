package simile.connectors;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** What lies below a folder and is no folder. What others delete meanwhile is passed over. */
final class FilesBelow extends SimpleFileVisitor<Path> {
  private final int most;
  private final List<Path> found = new ArrayList<>();

  private FilesBelow(int most) {
    this.most = most;
  }

  /**
   * In no order, links not followed.
   *
   * @param most at which number of files the rest is not looked at, above 0
   */
  static List<Path> find(Path folder, int most) throws IOException {
    FilesBelow files = new FilesBelow(most);
    Files.walkFileTree(folder, files);
    return files.found;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    found.add(file);
    return found.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
    return passOver(why);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException why) throws IOException {
    return why == null ? FileVisitResult.CONTINUE : passOver(why);
  }

  private static FileVisitResult passOver(IOException why) throws IOException {
    if (why instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw why;
  }
}
