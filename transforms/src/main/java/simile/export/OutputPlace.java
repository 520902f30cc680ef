package simile.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import simile.connectors.OutputFiles;
import simile.files.StorePaths;

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

  /** Files of unfinished exports, which may be deleted, in this order. */
  List<String> leftovers();

  /**
   * Looks.
   *
   * @throws java.nio.file.NotDirectoryException if a file is where the folder should be
   */
  static OutputPlace look(OutputFiles files, ExportOutput output) throws IOException {
    return output.isFile() ? lookAtFile(files, output) : lookAtFolder(files, output);
  }

  /** All that a run has not published, in the order in which it may be deleted. */
  static List<String> ofRun(OutputFiles files, ExportOutput output, String runId)
      throws IOException {
    return Unfinished.ordered(files.list(output.unfinished(runId)));
  }

  private static OutputPlace lookAtFile(OutputFiles files, ExportOutput output) throws IOException {
    Unfinished unfinished = Unfinished.look(files, output.unfinished());
    Optional<String> foreign = stillThere(files, unfinished.foreign());
    if (foreign.isPresent()) {
      return new Taken(foreign.get(), List.of());
    }
    return files.exists(output.file()) && !output.overwrite()
        ? new Taken(output.file(), unfinished.left())
        : new Free(unfinished.left());
  }

  private static OutputPlace lookAtFolder(OutputFiles files, ExportOutput output)
      throws IOException {
    Optional<ExportManifest> manifest = ExportManifestJson.find(files, ExportManifest.FILE);
    if (manifest.isEmpty() && files.list(output.unfinished()).isEmpty()) {
      Optional<String> any = files.any();
      return any.isPresent() ? new Taken(any.get(), List.of()) : new Free(List.of());
    }
    Map<Boolean, List<String>> names =
        files.list("").stream()
            .collect(Collectors.partitioningBy(name -> name.startsWith(output.unfinished() + "/")));
    Unfinished unfinished = Unfinished.of(files, output.unfinished(), names.get(true));
    Set<String> ours = new HashSet<>(unfinished.named());
    if (!ours.isEmpty()) {
      names.get(false).stream().filter(StorePaths::isTemporary).forEach(ours::add);
    }
    if (manifest.isPresent()) {
      manifest.get().files().forEach(file -> ours.add(file.path()));
      ours.addAll(List.of(ExportManifest.FILE, ExportManifest.CONTRACT));
    }
    List<String> foreign = new ArrayList<>(unfinished.foreign());
    foreign.addAll(names.get(false).stream().filter(name -> !ours.contains(name)).toList());
    Optional<String> example = stillThere(files, foreign);
    if (example.isPresent()) {
      return new Taken(example.get(), List.of());
    }
    return manifest.isPresent()
        ? new Complete(manifest.get(), unfinished.left())
        : new Free(begun(ours, unfinished.left()));
  }

  /** Others delete what they made, in the order in which they may, while this looks. */
  private static Optional<String> stillThere(OutputFiles files, List<String> names)
      throws IOException {
    for (String name : names) {
      if (files.exists(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Names that were not made yet are among them: the folder of one may have been. */
  private static List<String> begun(Set<String> ours, List<String> left) {
    List<String> begun = new ArrayList<>(new TreeSet<>(ours));
    begun.addAll(left);
    return List.copyOf(begun);
  }
}
