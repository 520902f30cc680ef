package simile.bundle;

import java.io.IOException;
import java.io.InputStream;
import simile.tar.TarFormatException;
import simile.tar.TarStart;

/** Reads {@code bundle.json} from the beginning of an archive that {@link BundlePacker} wrote. */
public final class TarIndex {
  private TarIndex() {}

  /**
   * @throws TarFormatException if the archive begins with something else
   */
  public static byte[] read(InputStream archive) throws IOException {
    return TarStart.first(archive, BundlePaths.INDEX, BundleJson.MAX_BYTES);
  }
}
