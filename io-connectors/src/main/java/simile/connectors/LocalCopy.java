package simile.connectors;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import simile.files.StoreFilesOpener;
import simile.files.StoredFile;

/** A file on local disk: itself where it is there, else a copy that goes when this is closed. */
public final class LocalCopy implements Closeable {
  private final Path path;
  private final boolean temporary;

  private LocalCopy(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /** A file of any place where a store can be, or of any Beam file system, by name. */
  public static LocalCopy of(String uri) throws IOException {
    StoreFilesOpener opener = StoreFilesOpener.fromClassPath();
    if (opener.isRemote(uri)) {
      return of(StoredFile.of(opener, uri).open());
    }
    return of(FileSystems.matchNewResource(uri, false));
  }

  /**
   * A name that means the same on every worker: a local path made absolute, also one that is given
   * as a URI of either form; any other URI as it is.
   */
  public static String absolute(String uri) {
    if (uri.matches("file:/(//)?[^/].*")) {
      return localPath(uri).normalize().toString();
    }
    return uri.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")
        ? uri
        : Path.of(uri).toAbsolutePath().normalize().toString();
  }

  /** A glob may have brackets, which no URI has; then its characters are meant as they are. */
  private static Path localPath(String uri) {
    try {
      return Path.of(new URI(uri));
    } catch (URISyntaxException e) {
      return Path.of(uri.replaceFirst("file:/+", "/"));
    }
  }

  static LocalCopy itself(Path path) {
    return new LocalCopy(path, false);
  }

  static LocalCopy of(ResourceId file) throws IOException {
    if (file.getScheme().equals("file")) {
      return itself(Path.of(file.toString()));
    }
    return of(FileSystems.open(file));
  }

  static LocalCopy of(ReadableByteChannel file) throws IOException {
    LocalCopy copy = new LocalCopy(Files.createTempFile("simile-read", ""), true);
    try (InputStream in = Channels.newInputStream(file)) {
      Files.copy(in, copy.path, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }
}
