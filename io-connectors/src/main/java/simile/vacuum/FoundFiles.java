package simile.vacuum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import simile.files.StoreFiles;
import simile.layout.Layout;

/**
 * What lies where runs write.
 *
 * @param segmentFiles paths in the folders of segments' files
 * @param auditFiles paths in the folders of audits, {@code audit/<run>/…}
 * @param foreign paths in {@code contexts} and {@code audit} where no run writes
 * @param folders folders that may be removed once they are empty
 * @param contracts the folders of contracts
 */
record FoundFiles(
    List<String> segmentFiles,
    List<String> auditFiles,
    SortedSet<String> foreign,
    List<String> folders,
    List<String> contracts) {

  static FoundFiles list(StoreFiles files) throws IOException {
    FoundFiles found =
        new FoundFiles(
            new ArrayList<>(),
            new ArrayList<>(),
            new TreeSet<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (String context : found.foldersOf(files, Layout.CONTEXTS)) {
      for (String collection : found.foldersOf(files, context)) {
        found.collection(files, collection);
      }
    }
    for (String run : found.foldersOf(files, Layout.AUDIT)) {
      found.folders.add(run);
      found.files(files, run, found.auditFiles);
    }
    return found;
  }

  private void collection(StoreFiles files, String collection) throws IOException {
    for (String folder : foldersOf(files, collection)) {
      switch (folder.substring(collection.length() + 1)) {
        case "jsonl" -> {
          for (String partition : foldersOf(files, folder, segmentFiles)) {
            folders.add(partition);
            files(files, partition, segmentFiles);
          }
        }
        case "sqlite", "embeddings", "keys", "tombstones" -> files(files, folder, segmentFiles);
        case "contracts" -> contracts.add(folder);
        default -> foreign.add(folder + "/");
      }
    }
  }

  private void files(StoreFiles files, String folder, List<String> into) throws IOException {
    for (String name : files.list(folder)) {
      if (name.endsWith("/")) {
        foreign.add(folder + "/" + name);
      } else {
        into.add(folder + "/" + name);
      }
    }
  }

  private List<String> foldersOf(StoreFiles files, String folder) throws IOException {
    List<String> others = new ArrayList<>();
    List<String> inside = foldersOf(files, folder, others);
    foreign.addAll(others);
    return inside;
  }

  private static List<String> foldersOf(StoreFiles files, String folder, List<String> others)
      throws IOException {
    List<String> inside = new ArrayList<>();
    for (String name : files.list(folder)) {
      if (name.endsWith("/")) {
        inside.add(folder + "/" + name.substring(0, name.length() - 1));
      } else {
        others.add(folder + "/" + name);
      }
    }
    return inside;
  }
}
