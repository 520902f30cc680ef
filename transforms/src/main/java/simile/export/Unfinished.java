package simile.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import simile.connectors.OutputFiles;
import simile.files.StorePaths;

/**
 * What lies where exports put what they have not published. A run's folder is an export's if the
 * run claimed it, or began to publish. An attempt may outlive its run, and write to a folder that
 * was cleared; its files are known by their names.
 *
 * @param left files of exports, which may be deleted, in this order
 * @param named what publications that did not come to their end have made, or may have
 * @param foreign files that no export made
 */
record Unfinished(List<String> left, Set<String> named, List<String> foreign) {
  private static final Pattern ATTEMPT =
      Pattern.compile("part-\\d{5,9}-[0-9a-f]{8}[-.].*|made-\\d{5,9}");

  Unfinished {
    left = ordered(left);
    named = Set.copyOf(named);
    foreign = List.copyOf(foreign);
  }

  /**
   * Looks.
   *
   * @param folder of all runs
   */
  static Unfinished look(OutputFiles files, String folder) throws IOException {
    return of(files, folder, files.list(folder));
  }

  /**
   * The same.
   *
   * @param names of all files below the folder
   */
  static Unfinished of(OutputFiles files, String folder, List<String> names) throws IOException {
    Set<String> runs = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (String name : names) {
      String run = run(folder, name);
      if (name.equals(OutputClaim.path(run)) && OutputClaim.find(files, run).isPresent()) {
        runs.add(run);
      }
      Optional<Publication> publication =
          name.equals(Publication.path(run)) ? Publication.find(files, name) : Optional.empty();
      if (publication.isPresent()) {
        runs.add(run);
        named.addAll(publication.get().names());
      }
    }
    Map<Boolean, List<String>> ours =
        names.stream()
            .collect(
                Collectors.partitioningBy(
                    name -> runs.contains(run(folder, name)) || isAttempt(folder, name)));
    return new Unfinished(ours.get(true), named, ours.get(false));
  }

  /** The folder of the run whose file it is; empty if it is no run's. */
  private static String run(String folder, String name) {
    int end = name.indexOf('/', folder.length() + 1);
    return name.substring(0, Math.max(0, end));
  }

  private static boolean isAttempt(String folder, String name) {
    String last = last(name);
    return name.equals(run(folder, name) + "/" + last)
        && (StorePaths.isTemporary(last) || ATTEMPT.matcher(last).matches());
  }

  /** What says that an export was here comes last: who dies in between leaves nothing unknown. */
  static List<String> ordered(List<String> names) {
    List<String> ordered = new ArrayList<>(names);
    ordered.sort(Comparator.comparingInt(Unfinished::rank));
    return List.copyOf(ordered);
  }

  private static int rank(String name) {
    return switch (last(name)) {
      case OutputClaim.FILE -> 1;
      case Publication.FILE -> 2;
      default -> 0;
    };
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
