package simile.bundle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import simile.layout.Names;

/**
 * What a bundle holds, as its {@code bundle.json} says. A value of this type is consistent: each
 * collection has its contract, each file belongs to something, no two paths clash.
 *
 * @param context the context that it holds
 * @param storeVersion the version of the store that was read
 * @param committedAt when that version was committed
 * @param license an identifier in lower case; {@value #NO_LICENSE} where nobody said
 * @param collections by name
 * @param historyEntries how many log entries it has
 * @param files every file but {@code bundle.json}, by path
 */
public record Bundle(
    String context,
    long storeVersion,
    Instant committedAt,
    String license,
    List<BundledCollection> collections,
    long historyEntries,
    List<BundledFile> files) {

  /** What {@code license} says where nobody said. */
  public static final String NO_LICENSE = "unknown";

  private static final Pattern LICENSE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,99}");

  public Bundle {
    Names.requireContext(context);
    if (storeVersion < 1) {
      throw new IllegalArgumentException(
          "store_version is %d; versions count from 1".formatted(storeVersion));
    }
    Objects.requireNonNull(committedAt);
    requireLicense(license);
    collections =
        collections.stream().sorted(Comparator.comparing(BundledCollection::name)).toList();
    files = files.stream().sorted(Comparator.comparing(BundledFile::path)).toList();
    BundleChecks.requireApart(files);
    BundleChecks.requireWhole(collections, files, historyEntries);
  }

  /**
   * @return the license
   * @throws IllegalArgumentException if it cannot be one
   */
  public static String requireLicense(String license) {
    if (!LICENSE.matcher(license).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no identifier of a license; expected one in lower case such as cc0-1.0"
              .formatted(BundlePaths.shown(license)));
    }
    return license;
  }

  /** The sum of the files' sizes. */
  public long totalBytes() {
    return files.stream().mapToLong(BundledFile::bytes).reduce(0, Math::addExact);
  }

  public Optional<BundledFile> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** The files of a collection's records, in their order. */
  public List<BundledFile> data(String collection) {
    return below(BundlePaths.dataFolder(collection));
  }

  public List<BundledFile> models() {
    return below(BundlePaths.MODELS);
  }

  private List<BundledFile> below(String folder) {
    return files.stream().filter(file -> file.path().startsWith(folder)).toList();
  }
}
