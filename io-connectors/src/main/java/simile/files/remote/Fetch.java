package simile.files.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import simile.files.FailedWrite;
import simile.files.Sha256;
import simile.files.StoreFiles;

/** Brings a file to local disk. */
final class Fetch {
  private static final int PIECE_BYTES = 1 << 20;

  private Fetch() {}

  /**
   * @param to where it goes; what is there is replaced
   * @return the SHA-256 of what came
   */
  static String of(StoreFiles files, String path, Path to) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] piece = new byte[PIECE_BYTES];
    ByteBuffer into = ByteBuffer.wrap(piece);
    try (SeekableByteChannel in = files.open(path);
        OutputStream out = Files.newOutputStream(to)) {
      while (in.read(into.clear()) >= 0) {
        digest.update(piece, 0, into.position());
        write(to, out, piece, into.position());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void write(Path to, OutputStream out, byte[] piece, int length)
      throws IOException {
    try {
      out.write(piece, 0, length);
    } catch (IOException e) {
      throw FailedWrite.at(to, e);
    }
  }
}
