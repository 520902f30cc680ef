package simile.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks a file, and tells damage in it from a failure of the storage that it comes from. */
final class Unpacking extends InputStream {
  private final Storage packed;
  private final InputStream plain;

  private Unpacking(Storage packed, InputStream plain) {
    this.packed = packed;
    this.plain = plain;
  }

  /**
   * Opens it.
   *
   * @throws DamagedInputException if it cannot be unpacked from its head; reading throws it for
   *     what comes later
   */
  static InputStream of(Codec codec, InputStream in) throws IOException {
    if (codec == Codec.PLAIN) {
      return in;
    }
    Storage packed = new Storage(in);
    try {
      return new Unpacking(packed, codec.decompress(packed));
    } catch (IOException | RuntimeException e) {
      throw packed.why(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int start, int length) throws IOException {
    try {
      return plain.read(into, start, length);
    } catch (IOException | RuntimeException e) {
      throw packed.why(e);
    }
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  /** Remembers whether reading failed. */
  private static final class Storage extends FilterInputStream {
    private boolean failed;

    Storage(InputStream in) {
      super(in);
    }

    IOException why(Exception e) {
      return failed && e instanceof IOException io ? io : new DamagedInputException(e);
    }

    @Override
    public int read() throws IOException {
      failed = true;
      int one = super.read();
      failed = false;
      return one;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
      failed = true;
      int count = super.read(into, start, length);
      failed = false;
      return count;
    }
  }
}
