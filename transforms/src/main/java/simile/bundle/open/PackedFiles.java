package simile.bundle.open;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import simile.bundle.BundleException;

/** Tells compressed files by how they begin, since a bundle is none. */
final class PackedFiles {
  private static final int HEAD_BYTES = 6;

  /**
   * @param magic its first bytes, in hexadecimal digits
   */
  private record Kind(String name, String magic) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("gzip", "1f8b"),
          new Kind("zstd", "28b52ffd"),
          new Kind("bzip2", "425a68"),
          new Kind("xz", "fd377a585a"),
          new Kind("zip", "504b"),
          new Kind("7z", "377abcaf"));

  private PackedFiles() {}

  static void refuse(Path file, FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    channel.read(head, 0);
    String digits = HexFormat.of().formatHex(head.array());
    for (Kind kind : KINDS) {
      if (digits.startsWith(kind.magic())) {
        throw new BundleException(
            "%s: a %s file; expected a plain .tar, so unpack it first"
                .formatted(file, kind.name()));
      }
    }
  }
}
