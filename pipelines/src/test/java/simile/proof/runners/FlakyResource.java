package simile.proof.runners;

import java.nio.file.Path;
import java.util.Objects;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** A file of a {@link FlakyFileSystem}. */
final class FlakyResource implements ResourceId {
  static final String SCHEME = "flaky";
  private static final long serialVersionUID = 1L;

  private final String uri;

  FlakyResource(String uri) {
    this.uri = Objects.requireNonNull(uri);
  }

  Path path() {
    return Path.of(uri.substring((SCHEME + "://").length()));
  }

  @Override
  public ResourceId resolve(String other, ResolveOptions options) {
    return new FlakyResource(uri + "/" + other);
  }

  @Override
  public ResourceId getCurrentDirectory() {
    return new FlakyResource(uri.substring(0, uri.lastIndexOf('/')));
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
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlakyResource resource && resource.uri.equals(uri);
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
