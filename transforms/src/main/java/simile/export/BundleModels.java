package simile.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.files.StoreFiles;
import simile.layout.Layout;

/** The models of a store: files below {@code models/}, which no version names. */
final class BundleModels {
  private BundleModels() {}

  /** Their paths in the store, sorted within each folder. */
  static List<String> list(StoreFiles files) throws IOException {
    List<String> found = new ArrayList<>();
    collect(files, Layout.MODELS, found);
    return found;
  }

  private static void collect(StoreFiles files, String folder, List<String> found)
      throws IOException {
    for (String name : files.list(folder)) {
      if (name.endsWith("/")) {
        collect(files, folder + "/" + name.substring(0, name.length() - 1), found);
      } else {
        found.add(folder + "/" + name);
      }
    }
  }
}
