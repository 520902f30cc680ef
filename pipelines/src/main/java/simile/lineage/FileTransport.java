package simile.lineage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends a line for each event to a file, which is made where it is not there. */
record FileTransport(Path file) implements Transport {

  @Override
  public void send(byte[] json) throws IOException {
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (line.hasRemaining()) { // in one piece, as local disks do it
        int unused = channel.write(line);
      }
    }
  }
}
