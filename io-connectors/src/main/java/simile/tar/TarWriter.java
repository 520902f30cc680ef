package simile.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import simile.files.StorePaths;

/** Writes an archive from front to back, in constant memory. */
public final class TarWriter {
  private static final int BUFFER_BYTES = 1 << 17;

  private final OutputStream out;
  private final long seconds;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  /**
   * @param time what all files say of when they were changed
   */
  public TarWriter(OutputStream out, Instant time) {
    this.out = out;
    this.seconds = Math.max(0, Math.min(time.getEpochSecond(), TarBlock.MAX_OCTAL));
  }

  /**
   * Adds a file.
   *
   * @param path names joined by {@code /}
   * @param bytes how many the content has
   * @throws IOException if the content has another size; then the archive cannot be finished
   */
  public void add(String path, long bytes, InputStream content) throws IOException {
    TarName name = TarName.fitting(StorePaths.require(path)).orElse(TarName.standIn(path));
    byte[] pax = pax(path, bytes);
    if (pax.length > 0) {
      out.write(header(TarBlock.PAX, TarName.standIn("pax"), pax.length));
      out.write(pax);
      pad(pax.length);
    }
    out.write(header(TarBlock.FILE, name, bytes > TarBlock.MAX_OCTAL ? 0 : bytes));
    copy(path, bytes, content);
    pad(bytes);
  }

  /** Ends the archive; what it is written to stays open. */
  public void finish() throws IOException {
    out.write(new byte[2 * TarBlock.BYTES]);
    out.flush();
  }

  private static byte[] pax(String path, long bytes) {
    byte[] name = TarName.fitting(path).isPresent() ? new byte[0] : PaxRecords.path(path);
    byte[] size = bytes > TarBlock.MAX_OCTAL ? PaxRecords.size(bytes) : new byte[0];
    byte[] both = Arrays.copyOf(name, name.length + size.length);
    System.arraycopy(size, 0, both, name.length, size.length);
    return both;
  }

  private byte[] header(byte type, TarName name, long size) {
    return TarBlock.of(type, name, size, seconds).bytes();
  }

  private void copy(String path, long bytes, InputStream content) throws IOException {
    long copied = 0;
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      copied += n;
      if (copied > bytes) {
        break;
      }
      out.write(buffer, 0, n);
    }
    if (copied != bytes) {
      throw new IOException(
          "'%s' changed while it was read: expected %d bytes, found %s%d"
              .formatted(path, bytes, copied > bytes ? "at least " : "", copied));
    }
  }

  private void pad(long bytes) throws IOException {
    int rest = (int) (bytes % TarBlock.BYTES);
    out.write(new byte[rest == 0 ? 0 : TarBlock.BYTES - rest]);
  }
}
