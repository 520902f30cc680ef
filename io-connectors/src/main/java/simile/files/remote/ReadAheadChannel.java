package simile.files.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads a {@link RangeSource} in pieces: small ones at first and after a jump, larger ones the
 * longer reading goes straight on. So looking up a record costs little, and reading a whole file
 * few requests. Little is held, since a merge has hundreds of files open: who asks for much at once
 * gets it straight from the source.
 */
public final class ReadAheadChannel implements SeekableByteChannel {
  static final int FIRST_BYTES = 1 << 15;
  static final int MOST_BYTES = 1 << 17;
  private static final int MOST_AT_ONCE = 8 << 20;

  private final RangeSource source;
  private byte[] piece = {};
  private long pieceAt;
  private int pieceBytes;
  private int ahead = FIRST_BYTES;
  private long position;
  private boolean open = true;

  public ReadAheadChannel(RangeSource source) {
    this.source = source;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    requireOpen();
    if (position >= source.size()) {
      return -1;
    }
    if (!into.hasRemaining()) {
      return 0;
    }
    if (position < pieceAt || position >= pieceAt + pieceBytes) {
      if (into.hasArray() && into.remaining() >= MOST_BYTES) {
        return readStraight(into);
      }
      fetch();
    }
    int offset = (int) (position - pieceAt);
    int count = Math.min(into.remaining(), pieceBytes - offset);
    into.put(piece, offset, count);
    position += count;
    return count;
  }

  private int readStraight(ByteBuffer into) throws IOException {
    int most = (int) Math.min(source.size() - position, Math.min(into.remaining(), MOST_AT_ONCE));
    int found = source.read(position, into.array(), into.arrayOffset() + into.position(), most);
    into.position(into.position() + found);
    position += found;
    return found;
  }

  private void fetch() throws IOException {
    boolean isStraightOn = pieceBytes > 0 && position == pieceAt + pieceBytes;
    ahead = isStraightOn ? Math.min(ahead * 2, MOST_BYTES) : FIRST_BYTES;
    int most = (int) Math.min(source.size() - position, ahead);
    if (piece.length < most) {
      piece = new byte[most];
    }
    pieceBytes = 0; // a read that fails leaves nothing
    int found = source.read(position, piece, 0, most);
    pieceAt = position;
    pieceBytes = found;
  }

  @Override
  public long position() throws ClosedChannelException {
    requireOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) throws ClosedChannelException {
    requireOpen();
    if (to < 0) {
      throw new IllegalArgumentException("position " + to);
    }
    position = to;
    return this;
  }

  @Override
  public long size() throws ClosedChannelException {
    requireOpen();
    return source.size();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      piece = new byte[0];
      source.close();
    }
  }

  private void requireOpen() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }
}
