package simile.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Copies a file from one place to another, in constant memory. */
public final class FileTransfer {
  private static final int PIECE_BYTES = 1 << 20;

  private FileTransfer() {}

  /**
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws java.nio.file.FileAlreadyExistsException if the other name is taken
   */
  public static void copy(StoreFiles from, String path, StoreFiles to, String name)
      throws IOException {
    try (SeekableByteChannel in = from.open(path)) {
      ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, in.size() + 1));
      DurableOutput out = to.create(name);
      try {
        while (in.read(piece.clear()) >= 0) {
          out.write(piece.array(), 0, piece.position());
        }
        out.close();
      } finally {
        out.abandon();
      }
    }
  }
}
