package simile.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import simile.jsonl.SlabReader;

/** Opens a piece as slabs of lines. */
final class PieceReader {
  private PieceReader() {}

  static SlabReader open(InputOpener opener, Piece piece, int slabBytes, int maxLineBytes)
      throws IOException {
    ReadableByteChannel channel = opener.open(piece.file().uri());
    try {
      if (!piece.isWhole()) {
        InputStream in = at(channel, Math.max(0, piece.start() - 1));
        return SlabReader.range(in, piece.start(), piece.end(), maxLineBytes);
      }
      InputStream in = piece.file().codec().decompress(Channels.newInputStream(channel));
      return SlabReader.whole(in, piece.file().stamp().bytes(), slabBytes, maxLineBytes);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static InputStream at(ReadableByteChannel channel, long offset) throws IOException {
    if (channel instanceof SeekableByteChannel seekable) {
      seekable.position(offset);
      return Channels.newInputStream(channel);
    }
    InputStream in = Channels.newInputStream(channel);
    in.skipNBytes(offset);
    return in;
  }
}
