package simile.tar;

import java.io.IOException;
import java.io.InputStream;

/** The first file of an archive, which may come from anywhere. */
public final class TarStart {
  private TarStart() {}

  /**
   * Reads it.
   *
   * @param name what it must be called
   * @param maxBytes the largest that is read
   * @throws TarFormatException if the archive begins with something else
   */
  public static byte[] first(InputStream archive, String name, int maxBytes) throws IOException {
    byte[] header = archive.readNBytes(TarBlock.BYTES);
    if (header.length < TarBlock.BYTES) {
      throw new TarFormatException("the archive is cut short");
    }
    TarBlock block = new TarBlock(header);
    block.require();
    if (block.type() != TarBlock.FILE || !block.name().equals(name) || block.size() > maxBytes) {
      throw new TarFormatException(
          "the archive begins with '%s'; expected '%s' of at most %d bytes"
              .formatted(TarExtras.shown(block.name()), name, maxBytes));
    }
    byte[] content = archive.readNBytes((int) block.size());
    if (content.length < block.size()) {
      throw new TarFormatException("the archive is cut short");
    }
    return content;
  }
}
