package simile.lineage;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a place is called in lineage: local files {@code file} and their path, objects of S3 their
 * bucket and key, files of HDFS their name node and path.
 *
 * @param namespace where it is
 * @param name which one there
 * @param uri the place itself
 */
public record DatasetName(String namespace, String name, String uri) {
  private static final Pattern REMOTE =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://([^/]*)(/.*)?");
  private static final Pattern LOCAL = Pattern.compile("file:/*(/.*)");
  private static final String STANDARD_INPUT = "-";

  /** The name of a path or URI, as the store and the inputs of runs have them. */
  public static DatasetName of(String place) {
    if (place.equals(STANDARD_INPUT)) {
      return new DatasetName("simile", "standard-input", "simile:standard-input");
    }
    Matcher local = LOCAL.matcher(place);
    if (local.matches()) {
      return ofPath(local.group(1));
    }
    Matcher remote = REMOTE.matcher(place);
    if (!remote.matches()) {
      return ofPath(place);
    }
    String namespace = remote.group(1) + "://" + remote.group(2);
    String path = remote.group(3) == null ? "/" : remote.group(3);
    boolean hasKeys = remote.group(1).startsWith("s3");
    return new DatasetName(
        namespace, hasKeys ? path.replaceFirst("^/+(?=.)", "") : path, namespace + path);
  }

  private static DatasetName ofPath(String path) {
    String absolute = Path.of(path).toAbsolutePath().normalize().toString();
    try {
      return new DatasetName("file", absolute, new URI("file", "", absolute, null).toString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(absolute + " cannot be a URI", e);
    }
  }
}
