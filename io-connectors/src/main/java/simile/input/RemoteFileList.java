package simile.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;

/** Finds files where a store can be: a named one, those of a folder, those that a glob matches. */
public final class RemoteFileList {
  private final StoreFilesOpener opener;
  private final List<FileFormat> formats;

  /**
   * @param formats what a folder's files may be
   */
  public RemoteFileList(StoreFilesOpener opener, List<FileFormat> formats) {
    this.opener = opener;
    this.formats = List.copyOf(formats);
  }

  /**
   * The URIs of an input's files, by name. Looks no deeper into folders than a glob does.
   *
   * @throws FileNotFoundException if there is none
   */
  public List<String> of(String input) throws IOException {
    int authority = input.indexOf("://") + 3;
    int slash = input.indexOf('/', authority);
    String root = slash < 0 ? input : input.substring(0, slash);
    String path = slash < 0 ? "" : input.substring(slash).replaceAll("^/+|/+$", "");
    StoreFiles files = opener.open(root);
    List<String> found = isFile(files, path) ? List.of(path) : search(files, path);
    if (found.isEmpty()) {
      throw LocalFileList.none(input);
    }
    return found.stream().map(file -> root + "/" + file).toList();
  }

  private static boolean isFile(StoreFiles files, String path) throws IOException {
    return !path.isEmpty() && files.size(path).isPresent();
  }

  private List<String> search(StoreFiles files, String path) throws IOException {
    return LocalFileList.isGlob(path) ? glob(files, path) : folder(files, path);
  }

  private List<String> folder(StoreFiles files, String folder) throws IOException {
    List<String> names = files.list(folder);
    List<String> found =
        names.stream()
            .filter(name -> LocalFileList.isRecords(name, formats))
            .map(name -> below(folder, name))
            .toList();
    if (found.isEmpty() && !names.isEmpty()) {
      throw LocalFileList.noRecords(files.root() + "/" + folder, formats);
    }
    return found;
  }

  private static List<String> glob(StoreFiles files, String pattern) throws IOException {
    List<String> names = List.of(pattern.split("/"));
    int fixed = 0;
    while (fixed < names.size() - 1 && !LocalFileList.isGlob(names.get(fixed))) {
      fixed++;
    }
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : names.size() - fixed;
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    List<String> found = new ArrayList<>();
    walk(files, String.join("/", names.subList(0, fixed)), depth, matcher, found);
    Collections.sort(found);
    return found;
  }

  private static void walk(
      StoreFiles files, String folder, int depth, PathMatcher matcher, List<String> found)
      throws IOException {
    for (String name : files.list(folder)) {
      String path = below(folder, name);
      if (!name.endsWith("/")) {
        if (matcher.matches(Path.of(path))) {
          found.add(path);
        }
      } else if (depth > 1) {
        walk(files, path.substring(0, path.length() - 1), depth - 1, matcher, found);
      }
    }
  }

  private static String below(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
