package simile.proof.export;

import java.nio.file.Path;
import java.util.Objects;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** A file or folder of an {@link AfarFileSystem}; a folder's name ends with a slash. */
final class AfarResource implements ResourceId {
  static final String SCHEME = "afar";
  private static final long serialVersionUID = 1L;

  private final String uri;

  AfarResource(String uri) {
    this.uri = Objects.requireNonNull(uri);
  }

  Path path() {
    return Path.of(uri.substring((SCHEME + "://").length()));
  }

  @Override
  public ResourceId resolve(String other, ResolveOptions options) {
    boolean folder = options.equals(StandardResolveOptions.RESOLVE_DIRECTORY);
    return new AfarResource(uri + other + (folder ? "/" : ""));
  }

  @Override
  public ResourceId getCurrentDirectory() {
    return new AfarResource(uri.substring(0, uri.lastIndexOf('/') + 1));
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public String getFilename() {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  @Override
  public boolean isDirectory() {
    return uri.endsWith("/");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AfarResource resource && resource.uri.equals(uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  @Override
  public String toString() {
    return uri;
  }
}
