package simile.predecessor;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import simile.foreign.ForeignFileException;

/** Where things are in a store of the predecessor. Nothing is followed that is a link. */
public final class PredecessorFolder {
  private static final String CONTEXTS = "contexts";
  private static final String WORKFLOWS = "workflows";
  private static final Pattern WORKFLOW = Pattern.compile("workflow_.+\\.json");

  /** What no reader needs to name one by one. */
  private static final int MAX_NAMED = 1_000;

  private final Path root;
  private final Path folder;

  private PredecessorFolder(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /**
   * Opens a context of a store.
   *
   * @param context the context's name there
   * @throws ForeignFileException if there is no such store or context
   */
  public static PredecessorFolder open(Path root, String context) throws IOException {
    Path contexts = root.resolve(CONTEXTS);
    if (!Files.isDirectory(contexts, NOFOLLOW_LINKS)) {
      throw new ForeignFileException(
          root.toString(), "no store of the predecessor; expected a folder with 'contexts' in it");
    }
    Path folder = contexts.resolve(context);
    if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      throw new ForeignFileException(
          root.toString(),
          "it has no context '%s' but %s; name one with --context"
              .formatted(context, names(contexts)));
    }
    return new PredecessorFolder(root, folder);
  }

  Optional<Path> analogies() throws IOException {
    return file(folder.resolve("analogies.jsonl"));
  }

  Optional<Path> tables() throws IOException {
    return file(folder.resolve("concepts.sqlite"));
  }

  /** Two places have been in use. */
  Optional<Path> vectors() throws IOException {
    Optional<Path> beside = file(folder.resolve("embeddings.npz"));
    Optional<Path> below = file(folder.resolve("embeddings").resolve("embeddings.npz"));
    if (beside.isPresent() && below.isPresent()) {
      throw new ForeignFileException(
          folder.toString(),
          "it has embeddings.npz and embeddings/embeddings.npz; move the older one away");
    }
    return beside.or(() -> below);
  }

  /** The files of runs, by name. */
  List<Path> workflows() throws IOException {
    List<Path> found = new ArrayList<>();
    Path workflows = root.resolve(WORKFLOWS);
    if (Files.isDirectory(workflows, NOFOLLOW_LINKS)) {
      try (Stream<Path> all = Files.walk(workflows, 2)) {
        for (Path path : all.sorted().toList()) {
          if (WORKFLOW.matcher(path.getFileName().toString()).matches()) {
            file(path).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  /** Files that are not read, relative to the store, at most {@value #MAX_NAMED}. */
  List<String> others() throws IOException {
    List<Path> read = new ArrayList<>(workflows());
    analogies().ifPresent(read::add);
    tables().ifPresent(read::add);
    vectors().ifPresent(read::add);
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> !Files.isDirectory(path, NOFOLLOW_LINKS))
          .filter(path -> !read.contains(path))
          .map(path -> root.relativize(path).toString())
          .sorted()
          .limit(MAX_NAMED)
          .toList();
    }
  }

  /** How people know a file. */
  String name(Path file) {
    return root.resolve(root.relativize(file)).toString();
  }

  private static Optional<Path> file(Path path) throws IOException {
    if (!Files.exists(path, NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(path, NOFOLLOW_LINKS)) {
      throw new ForeignFileException(
          path.toString(), "it is a link or no file; expected a regular file");
    }
    return Optional.of(path);
  }

  private static List<String> names(Path contexts) throws IOException {
    try (Stream<Path> all = Files.list(contexts)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
