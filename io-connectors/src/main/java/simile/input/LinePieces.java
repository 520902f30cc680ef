package simile.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import simile.jsonl.SlabReader;
import simile.jsonl.SlabSource;

/** Opens pieces of files that hold lines, perhaps compressed. */
public final class LinePieces implements PieceOpener {
  private final InputOpener opener;
  private final int slabBytes;
  private final int maxLineBytes;

  /**
   * @param slabBytes about how many bytes a slab holds
   * @param maxLineBytes the longest line that is kept in memory
   */
  public LinePieces(InputOpener opener, int slabBytes, int maxLineBytes) {
    this.opener = opener;
    this.slabBytes = slabBytes;
    this.maxLineBytes = maxLineBytes;
  }

  @Override
  public SlabSource open(Piece piece) throws IOException {
    ReadableByteChannel channel = opener.open(piece.file().uri());
    try {
      if (!piece.isWhole()) {
        InputStream in = at(channel, Math.max(0, piece.start() - 1));
        return SlabReader.range(in, piece.start(), piece.end(), maxLineBytes);
      }
      SourceFile file = piece.file();
      InputStream in = Unpacking.of(file.codec(), Channels.newInputStream(channel));
      return SlabReader.whole(in, file.stamp().bytes(), slabBytes, maxLineBytes);
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
