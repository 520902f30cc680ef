package simile.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of a file of a store, in constant memory. */
public final class FileHash {
  private static final int BUFFER_BYTES = 1 << 17;

  private FileHash() {}

  /** Sixty-four hexadecimal digits. @throws java.nio.file.NoSuchFileException if there is none */
  public static String of(StoreFiles files, String path) throws IOException {
    MessageDigest digest = Sha256.digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (SeekableByteChannel in = files.open(path)) {
      while (in.read(buffer.clear()) >= 0) {
        digest.update(buffer.flip());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
