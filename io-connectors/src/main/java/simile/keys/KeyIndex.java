package simile.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import simile.files.ChannelPool;
import simile.segment.BlockTable;

/**
 * The footer of a key file, which never changes: where its blocks are, and the JSONL files that
 * they point into. About one 128th of the file.
 */
public final class KeyIndex {
  private static final int FOOTPRINT_OF_BLOCK = 64;
  private static final int FOOTPRINT_OF_FILE = 200;

  private final String path;
  private final long footerAt;
  private final int entries;
  private final List<String> files = new ArrayList<>();
  private final List<BlockTable> tables = new ArrayList<>();
  private final byte[][] firstIds;
  private final long[] blockAt;
  private final long[] firstVector;
  private final int[] blockCrc;
  private final long footprint;

  /**
   * Reads the index of a key file.
   *
   * @throws CorruptKeyFileException if the file is not a whole key file
   */
  public static KeyIndex read(ChannelPool channels, String path) throws IOException {
    try {
      return new KeyIndex(path, channels);
    } catch (CorruptKeyFileException | EOFException e) {
      throw damaged(path, e.getMessage());
    }
  }

  private KeyIndex(String path, ChannelPool channels) throws IOException {
    this.path = path;
    int head = KeyFile.head().length;
    long size = channels.size(path);
    if (size < head + KeyFile.TRAILER_BYTES
        || !Arrays.equals(read(channels, 0, head), KeyFile.head())) {
      throw new CorruptKeyFileException("it does not start as a key file of version 1");
    }
    byte[] trailer = read(channels, size - KeyFile.TRAILER_BYTES, KeyFile.TRAILER_BYTES);
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
    byte[] footer = read(channels, footerAt, (int) footerBytes);
    if (crc32c(footer, 0, footer.length) != crc) {
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
    footprint =
        footerBytes + (long) blocks * FOOTPRINT_OF_BLOCK + (long) files.size() * FOOTPRINT_OF_FILE;
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

  /** About how many bytes of memory this takes. */
  long footprint() {
    return footprint;
  }

  String path() {
    return path;
  }

  int entries() {
    return entries;
  }

  List<String> files() {
    return files;
  }

  List<BlockTable> tables() {
    return tables;
  }

  int blocks() {
    return firstIds.length;
  }

  byte[] firstId(int block) {
    return firstIds[block];
  }

  long firstVector(int block) {
    return firstVector[block];
  }

  int entriesOf(int block) {
    return Math.min(KeyFile.BLOCK_ENTRIES, entries - block * KeyFile.BLOCK_ENTRIES);
  }

  /** The block that would hold an id, which may begin with lesser ones. */
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

  /**
   * The bytes of blocks that follow each other.
   *
   * @param to the block after the last
   */
  int length(int from, int to) throws CorruptKeyFileException {
    long length = blockAt[to] - blockAt[from];
    if (length < 0
        || length > Integer.MAX_VALUE - 16
        || blockAt[from] < 0
        || length > footerAt - blockAt[from]) {
      throw damaged("block " + from + " has no place in the file");
    }
    return (int) length;
  }

  /** Reads the bytes of blocks that follow each other. */
  void read(ChannelPool channels, int from, int to, byte[] into) throws IOException {
    try {
      channels.read(path, blockAt[from], into, length(from, to));
    } catch (EOFException e) {
      throw damaged(e.getMessage());
    }
  }

  /**
   * @param start where the block starts in the bytes
   * @throws CorruptKeyFileException if it is not as it was written
   */
  void requireWhole(int block, byte[] bytes, int start) throws CorruptKeyFileException {
    if (crc32c(bytes, start, length(block, block + 1)) != blockCrc[block]) {
      throw damaged("the checksum of block " + block + " does not match");
    }
  }

  CorruptKeyFileException damaged(String how) {
    return damaged(path, how);
  }

  private static CorruptKeyFileException damaged(String path, String how) {
    return new CorruptKeyFileException(
        "key file " + path + " is damaged: " + how + "; restore it from a backup");
  }

  private static int crc32c(byte[] bytes, int start, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, start, length);
    return (int) crc.getValue();
  }

  private byte[] read(ChannelPool channels, long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    channels.read(path, at, bytes, length);
    return bytes;
  }
}
