package simile.foreign;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simile.files.StoreFiles;

/**
 * Tells a folder of which something is missing, though no manifest says so: an export that was not
 * finished leaves the folder that it worked in, and numbered parts say how many they are.
 */
public final class WholeFolder {
  private static final String UNFINISHED = "_unfinished";
  private static final Pattern PART = Pattern.compile("part-\\d{5,9}-of-(\\d{5,9})(\\..+)");

  /** Parts that belong together. */
  private record Series(String all, String suffix) {}

  private WholeFolder() {}

  /**
   * Looks at the names in a folder; at nothing where there is none.
   *
   * @throws ForeignFileException if something is missing
   */
  public static void require(StoreFiles folder) throws IOException {
    List<String> names = folder.names("");
    if (names.contains(UNFINISHED) || names.contains(UNFINISHED + "/")) {
      throw new ForeignFileException(
          folder.root(),
          "an export was not finished here: it has '%s' and no manifest; export again, or name the files that you mean"
              .formatted(UNFINISHED));
    }
    requireAllParts(folder, names);
  }

  private static void requireAllParts(StoreFiles folder, List<String> names)
      throws ForeignFileException {
    Map<Series, Integer> found = new HashMap<>();
    for (String name : names) {
      Matcher part = PART.matcher(name);
      if (part.matches()) {
        found.merge(new Series(part.group(1), part.group(2)), 1, Integer::sum);
      }
    }
    for (Map.Entry<Series, Integer> parts : found.entrySet()) {
      Series series = parts.getKey();
      if (parts.getValue() < Integer.parseInt(series.all())) {
        throw new ForeignFileException(
            folder.root(),
            "it has %d of the files part-…-of-%s%s; get the others, or name the files that you mean"
                .formatted(parts.getValue(), series.all(), series.suffix()));
      }
    }
  }
}
