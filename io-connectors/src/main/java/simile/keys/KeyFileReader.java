package simile.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import simile.files.StoreFiles;
import simile.segment.BlockTable;

/**
 * Opens a key file: keeps its footer in memory (about one 128th of it) and reads blocks as they are
 * asked for.
 */
public final class KeyFileReader implements Closeable {
  private final String path;
  private final SeekableByteChannel channel;
  private final long footerAt;
  private final int entries;
  private final List<String> files = new ArrayList<>();
  private final List<BlockTable> tables = new ArrayList<>();
  private final byte[][] firstIds;
  private final long[] blockAt;
  private final long[] firstVector;
  private final int[] blockCrc;

  /**
   * @throws CorruptKeyFileException if the file is not a whole key file
   */
  public static KeyFileReader open(StoreFiles files, String path) throws IOException {
    SeekableByteChannel channel = files.open(path);
    try {
      return new KeyFileReader(path, channel);
    } catch (CorruptKeyFileException e) {
      channel.close();
      throw damaged(path, e.getMessage());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private KeyFileReader(String path, SeekableByteChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    int head = KeyFile.head().length;
    long size = channel.size();
    if (size < head + KeyFile.TRAILER_BYTES || !Arrays.equals(read(0, head), KeyFile.head())) {
      throw new CorruptKeyFileException("it does not start as a key file of version 1");
    }
    byte[] trailer = read(size - KeyFile.TRAILER_BYTES, KeyFile.TRAILER_BYTES);
    Decoder end = new Decoder(trailer, 0, trailer.length);
    footerAt = end.int64();
    int crc = end.int32();
    byte[] tail = Arrays.copyOfRange(trailer, end.at(), trailer.length);
    long footerBytes = size - KeyFile.TRAILER_BYTES - footerAt;
    if (!Arrays.equals(tail, KeyFile.tail())
        || footerAt < head
        || footerBytes < 0
        || footerBytes > Integer.MAX_VALUE - 16) {
      throw new CorruptKeyFileException("it has no trailer; it may have been cut short");
    }
    byte[] footer = read(footerAt, (int) footerBytes);
    if (crc32c(footer) != crc) {
      throw new CorruptKeyFileException("the checksum of its footer does not match");
    }
    Decoder in = new Decoder(footer, 0, footer.length);
    entries = in.count(Integer.MAX_VALUE);
    readFiles(in, footer.length);
    int blocks = in.count(footer.length);
    if (blocks != (entries + KeyFile.BLOCK_ENTRIES - 1L) / KeyFile.BLOCK_ENTRIES) {
      throw new CorruptKeyFileException(entries + " entries cannot be in " + blocks + " blocks");
    }
    firstIds = new byte[blocks][];
    blockAt = new long[blocks + 1];
    firstVector = new long[blocks];
    blockCrc = new int[blocks];
    for (int b = 0; b < blocks; b++) {
      firstIds[b] = in.sized();
      blockAt[b] = in.varint();
      firstVector[b] = in.varint();
      blockCrc[b] = in.int32();
    }
    blockAt[blocks] = footerAt;
  }

  private void readFiles(Decoder in, int max) throws IOException {
    int count = in.count(max);
    for (int f = 0; f < count; f++) {
      files.add(new String(in.sized(), UTF_8));
      int blocks = in.count(max);
      if (blocks == 0) {
        tables.add(BlockTable.NONE);
        continue;
      }
      long uncompressed = in.varint();
      long bytes = in.varint();
      long[] starts = new long[blocks * 2];
      for (int i = 0; i < starts.length; i++) {
        starts[i] = in.varint();
      }
      tables.add(new BlockTable(starts, uncompressed, bytes));
    }
  }

  /** Records and deletions. */
  public int entries() {
    return entries;
  }

  /** The paths of the JSONL files that entries point into. */
  public List<String> files() {
    return files;
  }

  /** Of each file, where its compressed blocks are. */
  public List<BlockTable> tables() {
    return tables;
  }

  /** All entries, by id. */
  public KeyCursor cursor() {
    return new KeyCursor(this, 0);
  }

  /** The entries from the block that would hold an id on; that block may begin with lesser ids. */
  public KeyCursor cursorAt(byte[] id) {
    return new KeyCursor(this, blockOf(id));
  }

  /** How many blocks of entries there are. */
  public int blocks() {
    return firstIds.length;
  }

  /** The least id of a block, in UTF-8; not to be changed. */
  public byte[] firstId(int block) {
    return firstIds[block];
  }

  /** The entries of a block. */
  public int entriesOf(int block) {
    return Math.min(KeyFile.BLOCK_ENTRIES, entries - block * KeyFile.BLOCK_ENTRIES);
  }

  /** The block that would hold an id. */
  int blockOf(byte[] id) {
    int low = 0;
    int high = firstIds.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (Arrays.compareUnsigned(firstIds[middle], id) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  long firstVector(int block) {
    return firstVector[block];
  }

  byte[] block(int block) throws IOException {
    long length = blockAt[block + 1] - blockAt[block];
    if (length < 0 || blockAt[block] < 0 || length > footerAt - blockAt[block]) {
      throw damaged("block " + block + " has no place in the file");
    }
    byte[] bytes = read(blockAt[block], (int) length);
    if (crc32c(bytes) != blockCrc[block]) {
      throw damaged("the checksum of block " + block + " does not match");
    }
    return bytes;
  }

  String path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  CorruptKeyFileException damaged(String how) {
    return damaged(path, how);
  }

  private static CorruptKeyFileException damaged(String path, String how) {
    return new CorruptKeyFileException(
        "key file " + path + " is damaged: " + how + "; restore it from a backup");
  }

  private static int crc32c(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private byte[] read(long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    channel.position(at);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException(
            "key file " + path + " ends early, at byte " + (at + buffer.position()));
      }
    }
    return buffer.array();
  }
}
