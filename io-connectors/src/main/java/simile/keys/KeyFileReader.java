package simile.keys;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import simile.files.ChannelPool;
import simile.files.StoreFiles;
import simile.segment.BlockTable;

/**
 * A key file, opened: its index is in memory, and blocks are read as they are asked for. Several
 * threads may each walk it with cursors of their own.
 */
public final class KeyFileReader implements Closeable {
  private final KeyIndex index;
  private final ChannelPool channels;
  private final boolean ownsChannels;

  private KeyFileReader(KeyIndex index, ChannelPool channels, boolean ownsChannels) {
    this.index = index;
    this.channels = channels;
    this.ownsChannels = ownsChannels;
  }

  /**
   * Opens one by itself.
   *
   * @throws CorruptKeyFileException if the file is not a whole key file
   */
  public static KeyFileReader open(StoreFiles files, String path) throws IOException {
    ChannelPool channels = new ChannelPool(files, 1);
    try {
      return new KeyFileReader(KeyIndex.read(channels, path), channels, true);
    } catch (IOException | RuntimeException e) {
      channels.close();
      throw e;
    }
  }

  /** One of many, read through channels that the caller closes. */
  public static KeyFileReader of(KeyIndex index, ChannelPool channels) {
    return new KeyFileReader(index, channels, false);
  }

  /** Records and deletions. */
  public int entries() {
    return index.entries();
  }

  /** The paths of the JSONL files that entries point into. */
  public List<String> files() {
    return index.files();
  }

  /** Of each file, where its compressed blocks are. */
  public List<BlockTable> tables() {
    return index.tables();
  }

  /** How many blocks it has. */
  public int blocks() {
    return index.blocks();
  }

  /** The first id of a block in UTF-8; not to be changed. */
  public byte[] firstId(int block) {
    return index.firstId(block);
  }

  /** Entries of a block. */
  public int entriesOf(int block) {
    return index.entriesOf(block);
  }

  /** All entries, by id. */
  public KeyCursor cursor() {
    return new KeyCursor(index, channels, 0);
  }

  /** The entries from the block that would hold an id on; that block may begin with lesser ids. */
  public KeyCursor cursorAt(byte[] id) {
    return new KeyCursor(index, channels, index.blockOf(id));
  }

  @Override
  public void close() throws IOException {
    if (ownsChannels) {
      channels.close();
    }
  }
}
