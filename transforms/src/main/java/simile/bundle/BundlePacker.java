package simile.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import simile.tar.TarWriter;

/**
 * Writes a bundle as one archive: {@code bundle.json} first, so that who reads it from front to
 * back knows what comes, then the files by path. One bundle makes one sequence of bytes.
 */
public final class BundlePacker {
  private BundlePacker() {}

  /** Opens the content of a file. */
  public interface Contents {
    InputStream open(BundledFile file) throws IOException;
  }

  /**
   * @throws IOException if a content has not the size that the bundle names, or as reading and
   *     writing do; then what was written is no archive
   */
  public static void pack(Bundle bundle, Contents contents, OutputStream out) throws IOException {
    TarWriter tar = new TarWriter(out, bundle.committedAt());
    byte[] index = BundleJson.toBytes(bundle);
    tar.add(BundlePaths.INDEX, index.length, new ByteArrayInputStream(index));
    for (BundledFile file : bundle.files()) {
      try (InputStream content = contents.open(file)) {
        tar.add(file.path(), file.bytes(), content);
      }
    }
    tar.finish();
  }
}
