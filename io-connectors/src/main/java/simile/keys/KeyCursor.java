package simile.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

/**
 * Walks the entries of a key file; after {@link #next} returned true the accessors tell of the
 * current entry.
 */
public final class KeyCursor {
  private static final int MAX_SPARE = 1 << 20;

  private final KeyFileReader reader;
  private int block;
  private int left;
  private boolean first;
  private boolean started;
  private Decoder in;
  private byte[] id = new byte[64];
  private int idLength;
  private int flags;
  private long commit;
  private long position;
  private int file;
  private long offset;
  private int length;
  private int crc32c;
  private long nextVector;

  KeyCursor(KeyFileReader reader, int block) {
    this.reader = reader;
    this.block = block;
    this.in = new Decoder(id, 0, 0);
  }

  /** Goes to the next entry. @return false at the end */
  public boolean next() throws IOException {
    if (left == 0) {
      if (block == reader.blocks()) {
        return false;
      }
      byte[] bytes = reader.block(block);
      in = new Decoder(bytes, 0, bytes.length);
      left = reader.entriesOf(block);
      nextVector = reader.firstVector(block);
      block++;
      idLength = 0;
      first = true;
    }
    left--;
    started = true;
    try {
      readEntry();
    } catch (CorruptKeyFileException e) {
      throw reader.damaged("block " + (block - 1) + ": " + e.getMessage());
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
    int target = reader.blockOf(wanted);
    if (target >= block) {
      block = target;
      left = 0;
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

  private void readEntry() throws IOException {
    // The first entry of a block has the vector that the footer says.
    nextVector += hasVector() && !first ? 1 : 0;
    first = false;
    int shared = in.count(idLength);
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
    file = in.count(reader.files().size() - 1L);
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
