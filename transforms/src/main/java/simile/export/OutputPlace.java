package simile.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.connectors.OutputFiles;

/** What is at the place where an export shall go. */
public sealed interface OutputPlace {

  /**
   * Nothing, or what unfinished exports left.
   *
   * @param leftovers files that may be deleted
   */
  record Free(List<String> leftovers) implements OutputPlace {}

  /**
   * A complete export.
   *
   * @param manifest what it says of itself
   * @param leftovers files of unfinished exports
   */
  record Complete(ExportManifest manifest, List<String> leftovers) implements OutputPlace {}

  /**
   * Something else.
   *
   * @param example one of the files
   * @param leftovers files of unfinished exports
   */
  record Taken(String example, List<String> leftovers) implements OutputPlace {}

  /**
   * Files of unfinished exports, which may be deleted, in this order: what names others comes last,
   * so that who dies in between leaves nothing that nobody knows.
   */
  List<String> leftovers();

  /**
   * Looks.
   *
   * @throws java.nio.file.NotDirectoryException if a file is where the folder should be
   */
  static OutputPlace look(OutputFiles files, ExportOutput output) throws IOException {
    return output.isFile() ? lookAtFile(files, output) : lookAtFolder(files, output);
  }

  private static OutputPlace lookAtFile(OutputFiles files, ExportOutput output) throws IOException {
    List<String> leftovers = files.list(output.unfinished());
    return files.exists(output.file()) && !output.overwrite()
        ? new Taken(output.file(), leftovers)
        : new Free(leftovers);
  }

  private static OutputPlace lookAtFolder(OutputFiles files, ExportOutput output)
      throws IOException {
    Optional<ExportManifest> manifest = ExportManifestJson.find(files, ExportManifest.FILE);
    if (manifest.isEmpty() && files.list(output.unfinished()).isEmpty()) {
      Optional<String> any = files.any();
      return any.isPresent() ? new Taken(any.get(), List.of()) : new Free(List.of());
    }
    List<String> names = files.list("");
    List<String> unfinished =
        names.stream().filter(name -> name.startsWith(output.unfinished() + "/")).toList();
    Set<String> ours = named(files, unfinished);
    if (manifest.isPresent()) {
      manifest.get().files().forEach(file -> ours.add(file.path()));
      ours.addAll(List.of(ExportManifest.FILE, ExportManifest.CONTRACT));
    }
    for (String name : names) {
      if (!ours.contains(name) && !unfinished.contains(name)) {
        return new Taken(name, List.of());
      }
    }
    if (manifest.isPresent()) {
      return new Complete(manifest.get(), unfinished);
    }
    List<String> leftovers = new ArrayList<>(names.stream().filter(ours::contains).toList());
    leftovers.addAll(publicationsLast(unfinished));
    return new Free(leftovers);
  }

  /** Files of a folder of what is not published, in the order in which they may be deleted. */
  static List<String> unfinished(OutputFiles files, String folder) throws IOException {
    return publicationsLast(files.list(folder));
  }

  private static List<String> publicationsLast(List<String> names) {
    List<String> ordered = new ArrayList<>(names);
    ordered.sort(Comparator.comparing(OutputPlace::isPublication));
    return List.copyOf(ordered);
  }

  /** What publications that did not come to their end have made, or may have. */
  private static Set<String> named(OutputFiles files, List<String> unfinished) throws IOException {
    Set<String> named = new HashSet<>();
    for (String name : unfinished) {
      if (isPublication(name)) {
        named.addAll(Publication.read(files, name).names());
      }
    }
    return named;
  }

  private static boolean isPublication(String name) {
    return name.endsWith("/" + Publication.FILE);
  }
}
