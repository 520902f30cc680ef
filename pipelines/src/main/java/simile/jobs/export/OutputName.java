package simile.jobs.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simile.export.ExportFormat;
import simile.jobs.Places;
import simile.jsonl.Compression;

/**
 * What the name of an output says.
 *
 * @param folder the output, or the folder that it is in; absolute, without a slash at its end
 * @param file the name of the file; empty if the output is a folder
 */
record OutputName(String folder, String file) {

  /**
   * Takes a name apart.
   *
   * @throws IllegalArgumentException if it ends in another format's suffix, or is no name
   */
  static OutputName of(String output, ExportFormat format) {
    if (output.isBlank() || output.equals("-")) {
      throw new IllegalArgumentException(
          "--output is '%s'; expected a folder, or a file that ends in %s"
              .formatted(output, format.suffixes().get(0)));
    }
    String place = Places.absolute(output).replaceFirst("(?<=[^/:])/+$", "");
    int slash = place.lastIndexOf('/');
    String last = place.substring(slash + 1);
    Optional<ExportFormat> named =
        output.endsWith("/") ? Optional.empty() : ExportFormat.ofName(last);
    if (named.isEmpty()) {
      return new OutputName(place, "");
    }
    if (named.get() != format) {
      throw new IllegalArgumentException(
          "--output %s ends as %s does, and --format is %s; make them agree, or end it with / for a folder"
              .formatted(output, named.get().key(), format.key()));
    }
    return new OutputName(place.substring(0, Math.max(1, slash)), last);
  }

  boolean isFile() {
    return !file.isEmpty();
  }

  /**
   * How files are compressed: as the name says, as asked, or as suits the format.
   *
   * @throws IllegalArgumentException if that makes no sense
   */
  Compression compression(ExportFormat format, Optional<Compression> asked) {
    List<Compression> possible = format.compressions();
    if (asked.isPresent() && (!possible.contains(asked.get()) || possible.size() == 1)) {
      throw new IllegalArgumentException(
          "--compression does not go with %s%s"
              .formatted(
                  format.key(),
                  possible.size() == 1 ? "; leave it out" : ": expected one of " + possible));
    }
    if (!isFile() || !format.isText()) {
      return asked.orElse(possible.get(0));
    }
    Compression named = Compression.ofPath(file.toLowerCase(Locale.ROOT));
    if (asked.isPresent() && asked.get() != named) {
      throw new IllegalArgumentException(
          "--compression contradicts the name '%s'; a file's name says how it is compressed: %s"
              .formatted(file, ".gz, .zst, or neither"));
    }
    return named;
  }
}
