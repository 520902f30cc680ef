package simile.bundle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes a bundle consistent. Failures are {@link IllegalArgumentException}. */
final class BundleChecks {
  private BundleChecks() {}

  static void requireApart(List<BundledFile> files) {
    Map<String, String> seen = new HashMap<>();
    for (BundledFile file : files) {
      String other = seen.put(BundlePaths.folded(file.path()), file.path());
      if (other != null) {
        throw new IllegalArgumentException(
            other.equals(file.path())
                ? "'%s' is named twice".formatted(BundlePaths.shown(other))
                : "'%s' and '%s' differ only in case; some file systems take them for one"
                    .formatted(BundlePaths.shown(other), BundlePaths.shown(file.path())));
      }
    }
    for (BundledFile file : files) {
      requireNoFileAbove(file.path(), seen);
    }
  }

  /** A name cannot be that of a file and of a folder. */
  private static void requireNoFileAbove(String path, Map<String, String> folded) {
    for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
      String above = folded.get(BundlePaths.folded(path.substring(0, i)));
      if (above != null) {
        throw new IllegalArgumentException(
            "'%s' is a file, so '%s' cannot be below it"
                .formatted(BundlePaths.shown(above), BundlePaths.shown(path)));
      }
    }
  }

  static void requireWhole(
      List<BundledCollection> collections, List<BundledFile> files, long historyEntries) {
    Map<String, BundledFile> byPath = new HashMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    Set<String> owned = new HashSet<>(Set.of(BundlePaths.CARD, BundlePaths.CROISSANT));
    Set<String> names = new HashSet<>();
    for (BundledCollection collection : collections) {
      if (!names.add(collection.name())) {
        throw new IllegalArgumentException(
            "the collection '%s' is named twice".formatted(collection.name()));
      }
      requireContract(collection, byPath);
      owned.add(BundlePaths.contract(collection.name()));
      if (requireIff(collection.vectors() > 0, BundlePaths.embeddings(collection.name()), byPath)) {
        owned.add(BundlePaths.embeddings(collection.name()));
      }
    }
    if (requireIff(historyEntries > 0, BundlePaths.HISTORY, byPath)) {
      owned.add(BundlePaths.HISTORY);
    }
    for (BundledFile file : files) {
      requireOwner(file.path(), owned, names);
    }
  }

  private static void requireContract(
      BundledCollection collection, Map<String, BundledFile> byPath) {
    String path = BundlePaths.contract(collection.name());
    BundledFile contract = byPath.get(path);
    if (contract == null) {
      throw new IllegalArgumentException(
          "the collection '%s' has no contract; expected '%s'".formatted(collection.name(), path));
    }
    if (!contract.sha256().equals(collection.contract().sha256())) {
      throw new IllegalArgumentException(
          "'%s' has two SHA-256: %s as a file, %s as a contract"
              .formatted(path, contract.sha256(), collection.contract().sha256()));
    }
  }

  private static boolean requireIff(
      boolean expected, String path, Map<String, BundledFile> byPath) {
    if (expected != byPath.containsKey(path)) {
      throw new IllegalArgumentException(
          expected
              ? "there is no '%s', which the counts ask for".formatted(path)
              : "there is a '%s', but the counts say that it is empty".formatted(path));
    }
    return expected;
  }

  private static void requireOwner(String path, Set<String> owned, Set<String> collections) {
    boolean known =
        owned.contains(path)
            || path.startsWith(BundlePaths.MODELS)
            || collections.stream().map(BundlePaths::dataFolder).anyMatch(path::startsWith);
    if (!known) {
      throw new IllegalArgumentException(
          "'%s' belongs to no collection of the bundle".formatted(BundlePaths.shown(path)));
    }
  }
}
