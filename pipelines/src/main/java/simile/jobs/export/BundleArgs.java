package simile.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;
import simile.bundle.Bundle;
import simile.export.ExportOutput;
import simile.files.Sha256;
import simile.jobs.Places;
import simile.store.AsOf;

/**
 * What the export of a bundle is asked to do. Options end here.
 *
 * @param store where the store is
 * @param context the context to export, whole
 * @param asOf which version
 * @param output a folder, or a file if it ends in {@value #SUFFIX}; a path or URI
 * @param historyEntries how many log entries at most
 * @param license what the data may be used for, an identifier in lower case
 * @param overwrite whether an archive may be replaced
 * @param runId the run's id; made up if empty
 */
public record BundleArgs(
    String store,
    String context,
    AsOf asOf,
    String output,
    long historyEntries,
    String license,
    boolean overwrite,
    Optional<String> runId) {
  static final String SUFFIX = ".tar";

  private static final Pattern OTHER_ARCHIVE =
      Pattern.compile("\\.(zip|tgz|gz|zst|bz2|7z)$", Pattern.CASE_INSENSITIVE);

  /**
   * @throws IllegalArgumentException if options do not go together; the message says which
   */
  public BundleArgs {
    if (output.isBlank() || output.equals("-")) {
      throw new IllegalArgumentException(
          "--output is '%s'; expected a folder, or a file that ends in .tar".formatted(output));
    }
    if (OTHER_ARCHIVE.matcher(output).find()) {
      throw new IllegalArgumentException(
          "--output %s is named as an archive that a bundle is not; expected a folder, or a file that ends in .tar"
              .formatted(output));
    }
    Bundle.requireLicense(license);
    if (overwrite && !isArchive(output)) {
      throw new IllegalArgumentException(
          "--overwrite replaces an archive; a bundle in a folder is not replaced, so choose an empty place");
    }
  }

  /** Where it goes. */
  ExportOutput place() {
    String place = Places.absolute(output).replaceFirst("(?<=[^/:])/+$", "");
    if (!isArchive(output)) {
      return new ExportOutput(place, "", false);
    }
    int slash = place.lastIndexOf('/');
    return new ExportOutput(
        place.substring(0, Math.max(1, slash)), place.substring(slash + 1), overwrite);
  }

  /** Identifies what the run does, so that its id cannot be used again for something else. */
  String digest(long version) {
    String canonical =
        String.join(
            "\n",
            "bundle",
            context,
            Long.toString(version),
            place().place(),
            Long.toString(historyEntries),
            license);
    return Sha256.of(canonical.getBytes(UTF_8));
  }

  private static boolean isArchive(String output) {
    return output.endsWith(SUFFIX);
  }
}
