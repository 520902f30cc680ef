package simile.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.files.StoreFiles;
import simile.layout.Layout;

/** Lists the files in the folders that only runs write to. */
final class StoreTree {
  private final StoreFiles files;

  StoreTree(StoreFiles files) {
    this.files = files;
  }

  /** Paths below {@code contexts/} and {@code audit/}. */
  List<String> list() throws IOException {
    List<String> paths = new ArrayList<>();
    add(Layout.CONTEXTS, paths);
    add(Layout.AUDIT, paths);
    return paths;
  }

  private void add(String folder, List<String> paths) throws IOException {
    for (String name : files.list(folder)) {
      if (name.endsWith("/")) {
        add(folder + "/" + name.substring(0, name.length() - 1), paths);
      } else {
        paths.add(folder + "/" + name);
      }
    }
  }
}
