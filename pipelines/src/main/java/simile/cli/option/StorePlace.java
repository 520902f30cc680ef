package simile.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where a store is, for people to copy: absolute if it is local.
 *
 * @param absolute an absolute path, or a URI
 */
public record StorePlace(String absolute) {

  public static StorePlace of(String location) {
    if (location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      return new StorePlace(location.replaceFirst("^file:/+", "/").replaceFirst("/+$", ""));
    }
    try {
      return new StorePlace(Path.of(location).toAbsolutePath().normalize().toString());
    } catch (InvalidPathException e) {
      return new StorePlace(location); // a runner will say what is wrong with it
    }
  }

  /** Where something in the store is. */
  public String resolve(String relative) {
    return absolute + "/" + relative;
  }
}
