package simile.files;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Opens the place that a user's text names: a plain path, or a URI whose scheme is served. For one
 * thread, as what finds providers is.
 */
public final class StoreFilesOpener {
  // Two letters at least, so that C:\store is a path.
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

  private static final Pattern USER_INFO =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://[^/]*@([^/@]*).*", Pattern.DOTALL);

  private final StoreFilesProvider local = new LocalFilesProvider();
  private final Iterable<StoreFilesProvider> others;

  /**
   * @param others the providers of all places that are not local; asked for no earlier than one is
   *     needed
   */
  public StoreFilesOpener(Iterable<StoreFilesProvider> others) {
    this.others = others;
  }

  /** With every provider on the class path, which is searched when a place is not local. */
  public static StoreFilesOpener fromClassPath() {
    // Its own class loader: a runner's threads may have another as theirs.
    ClassLoader loader = StoreFilesProvider.class.getClassLoader();
    return new StoreFilesOpener(ServiceLoader.load(StoreFilesProvider.class, loader));
  }

  /** Whether a location is a URI whose scheme is served, and is not local. */
  public boolean isRemote(String location) {
    Matcher matcher = SCHEME.matcher(location);
    String scheme = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "file";
    return !scheme.equals(local.scheme()) && provider(scheme).isPresent();
  }

  /**
   * @param location such as {@code /data/store}, {@code store}, {@code file:///data/store} or
   *     {@code hdfs://host/store}
   * @throws UnsupportedStoreException if no provider serves the scheme, or the text is no location
   * @throws IOException if the place cannot be reached
   */
  public StoreFiles open(String location) throws IOException {
    requireNoSecret(location);
    URI root = toUri(location);
    String scheme = root.getScheme().toLowerCase(Locale.ROOT);
    return provider(scheme).orElseThrow(() -> notServed(scheme, location)).open(root);
  }

  private Optional<StoreFilesProvider> provider(String scheme) {
    return all().filter(provider -> provider.scheme().equals(scheme)).findFirst();
  }

  // One at a time, the local one first: to find the others takes a tenth of a second.
  private Stream<StoreFilesProvider> all() {
    return Stream.concat(Stream.of(local), StreamSupport.stream(others.spliterator(), false));
  }

  private UnsupportedStoreException notServed(String scheme, String location) {
    String served =
        all().map(StoreFilesProvider::scheme).sorted().collect(Collectors.joining(", "));
    return new UnsupportedStoreException(
        "nothing here serves '%s:' (in '%s'); served: %s. Add the module that does, or use a local folder"
            .formatted(scheme, location, served));
  }

  // Before anything else, so that no message, log or workflow repeats it.
  private static void requireNoSecret(String location) throws UnsupportedStoreException {
    Matcher matcher = USER_INFO.matcher(location);
    if (matcher.matches()) {
      throw new UnsupportedStoreException(
          "a location must not hold a user or a password ('%s://…@%s'); give them as the file system's own tools expect them: environment, profile or configuration"
              .formatted(matcher.group(1), matcher.group(2)));
    }
  }

  // Nothing but a file URI is percent-encoded by those who write it: a key may hold any character.
  private static URI toUri(String scheme, String location) throws URISyntaxException {
    String rest = location.substring(scheme.length() + 1);
    if (scheme.equalsIgnoreCase("file") || !rest.startsWith("//")) {
      return new URI(location);
    }
    int slash = rest.indexOf('/', 2);
    String authority = rest.substring(2, slash < 0 ? rest.length() : slash);
    return new URI(scheme, authority, slash < 0 ? "" : rest.substring(slash), null, null);
  }

  private static URI toUri(String location) throws UnsupportedStoreException {
    Matcher matcher = SCHEME.matcher(location);
    try {
      if (location.isBlank()) {
        throw new URISyntaxException(location, "it is blank");
      }
      return matcher.matches()
          ? toUri(matcher.group(1), location)
          : Path.of(location).toAbsolutePath().toUri();
    } catch (URISyntaxException | InvalidPathException e) {
      throw new UnsupportedStoreException(
          "'%s' is no store location (%s); write a path or scheme://…"
              .formatted(location, e.getMessage()),
          e);
    }
  }
}
