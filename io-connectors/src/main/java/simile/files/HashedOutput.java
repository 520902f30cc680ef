package simile.files;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes to a {@link DurableOutput} through a buffer, counting and hashing what goes out. */
public final class HashedOutput extends OutputStream {
  private final DurableOutput out;
  private final MessageDigest sha256 = Sha256.digest();
  private final byte[] buffer;
  private int used;
  private long written;

  /**
   * @param bufferBytes the size of the pieces that are hashed and written at once
   */
  public HashedOutput(DurableOutput out, int bufferBytes) {
    this.out = out;
    this.buffer = new byte[bufferBytes];
  }

  @Override
  public void write(int b) throws IOException {
    if (used == buffer.length) {
      drain();
    }
    buffer[used++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > buffer.length - used) {
      drain();
    }
    if (length > buffer.length) {
      emit(bytes, offset, length);
      return;
    }
    System.arraycopy(bytes, offset, buffer, used, length);
    used += length;
  }

  /** Bytes accepted so far. */
  public long count() {
    return written + used;
  }

  /** Makes the file durable. @return its SHA-256 as 64 hexadecimal digits */
  public String finish() throws IOException {
    drain();
    out.close();
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** Closes after {@link #finish}; without it, gives the file up. */
  @Override
  public void close() throws IOException {
    out.abandon();
  }

  private void drain() throws IOException {
    emit(buffer, 0, used);
    used = 0;
  }

  private void emit(byte[] bytes, int offset, int length) throws IOException {
    sha256.update(bytes, offset, length);
    out.write(bytes, offset, length);
    written += length;
  }
}
