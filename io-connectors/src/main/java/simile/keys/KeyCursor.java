package simile.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import simile.files.ChannelPool;

/**
 * Walks the entries of a key file; after {@link #next} returned true the accessors tell of the
 * current entry.
 */
public final class KeyCursor {
  private static final int MAX_SPARE = 1 << 20;
  private static final int MAX_AHEAD = 8;
  private static final int MAX_AHEAD_BYTES = 1 << 16;

  private final KeyIndex index;
  private final ChannelPool channels;
  private final Decoder in = new Decoder(new byte[0], 0, 0);
  private final int maxFile;
  private byte[] bytes = new byte[0];
  private int block;
  private int endOfRead;
  private int at;
  private int ahead = 1;
  private int left;
  private boolean first;
  private boolean started;
  private byte[] id = new byte[64];
  private int idLength;
  private int shared;
  private int flags;
  private long commit;
  private long position;
  private int file;
  private long offset;
  private int length;
  private int crc32c;
  private long nextVector;

  KeyCursor(KeyIndex index, ChannelPool channels, int block) {
    this.index = index;
    this.channels = channels;
    this.maxFile = index.files().size() - 1;
    this.block = block;
  }

  /** Goes to the next entry. @return false at the end */
  public boolean next() throws IOException {
    started = true;
    if (left == 0) {
      if (block == index.blocks()) {
        return false;
      }
      readBlock();
    }
    left--;
    try {
      readEntry();
    } catch (CorruptKeyFileException e) {
      throw index.damaged("block " + (block - 1) + ": " + e.getMessage());
    }
    return true;
  }

  /**
   * Goes on to the first entry whose id is not less than the given one; blocks between are not
   * read. May only be asked for ascending ids.
   *
   * @return false if there is none
   */
  public boolean seek(byte[] wanted) throws IOException {
    if (started && compareTo(wanted) >= 0) {
      return true;
    }
    int target = index.blockOf(wanted);
    if (target >= block) {
      left = 0;
    }
    if (target > block) {
      block = target;
      endOfRead = 0;
      ahead = 1;
    }
    boolean more = next();
    while (more && compareTo(wanted) < 0) {
      more = next();
    }
    return more;
  }

  private int compareTo(byte[] wanted) {
    return Arrays.compareUnsigned(id, 0, idLength, wanted, 0, wanted.length);
  }

  private void readBlock() throws IOException {
    if (block >= endOfRead) {
      readAhead();
    }
    int length = index.length(block, block + 1);
    index.requireWhole(block, bytes, at);
    in.reset(bytes, at, at + length);
    at += length;
    left = index.entriesOf(block);
    nextVector = index.firstVector(block);
    block++;
    idLength = 0;
    first = true;
  }

  /** One block the first time, as for a single id; then more and more at once. */
  private void readAhead() throws IOException {
    int end = Math.min(index.blocks(), block + ahead);
    while (end > block + 1 && index.length(block, end) > MAX_AHEAD_BYTES) {
      end--;
    }
    int length = index.length(block, end);
    if (bytes.length < length) {
      bytes = new byte[length + length / 4];
    }
    index.read(channels, block, end, bytes);
    endOfRead = end;
    at = 0;
    ahead = Math.min(MAX_AHEAD, ahead * 2);
  }

  private void readEntry() throws IOException {
    // The first entry of a block has the vector that the footer says.
    nextVector += hasVector() && !first ? 1 : 0;
    first = false;
    shared = in.count(idLength);
    int rest = in.count(in.left());
    if (id.length < shared + rest) {
      id = Arrays.copyOf(id, Math.max(shared + rest, Math.min(id.length * 2, MAX_SPARE)));
    }
    in.raw(id, shared, rest);
    idLength = shared + rest;
    flags = in.octet();
    commit = in.varint();
    position = in.varint();
    if (isDeletion()) {
      file = -1;
      return;
    }
    file = in.count(maxFile);
    offset = in.varint();
    length = in.count(Integer.MAX_VALUE);
    crc32c = in.int32();
  }

  /**
   * The id's UTF-8 bytes, the first {@link #idLength()} of the array; overwritten by {@link #next}.
   */
  public byte[] idBytes() {
    return id;
  }

  public int idLength() {
    return idLength;
  }

  /** How many bytes the id certainly shares with that of the entry before. */
  public int idShared() {
    return shared;
  }

  /** For an entry that cannot be in this file. */
  public CorruptKeyFileException misplaced(String how) {
    return index.damaged("block " + (block - 1) + ": " + how);
  }

  public String id() {
    return new String(id, 0, idLength, UTF_8);
  }

  public boolean isDeletion() {
    return (flags & KeyFile.DELETION) != 0;
  }

  public boolean hasVector() {
    return (flags & KeyFile.VECTOR) != 0;
  }

  /** The row's commit, or 0 for the one that added the segment. */
  public long commit() {
    return commit;
  }

  public long position() {
    return position;
  }

  /** The index of the row's file among {@link KeyFileReader#files()}, or -1 for a deletion. */
  public int file() {
    return file;
  }

  public long offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  public int crc32c() {
    return crc32c;
  }

  /** The row's vector in the NPZ, counted from 0; means something only if {@link #hasVector()}. */
  public long vector() {
    return nextVector;
  }
}
