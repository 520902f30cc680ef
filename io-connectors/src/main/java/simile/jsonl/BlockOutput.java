package simile.jsonl;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Compresses what is written to it in independent blocks, as the store's JSONL files are, or not at
 * all. So files made of such blocks can be joined by appending their bytes.
 */
public final class BlockOutput extends OutputStream {
  private final OutputStream out;
  private final Compression compression;
  private final byte[] block;
  private int used;
  private boolean empty = true;

  public BlockOutput(OutputStream out, Compression compression) {
    this.out = out;
    this.compression = compression;
    this.block = new byte[compression == Compression.NONE ? 0 : BlockCompressor.BLOCK_BYTES];
  }

  @Override
  public void write(int b) throws IOException {
    if (compression == Compression.NONE) {
      out.write(b);
      return;
    }
    block[used++] = (byte) b;
    if (used == block.length) {
      endBlock();
    }
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    if (compression == Compression.NONE) {
      out.write(bytes, start, length);
      return;
    }
    int done = 0;
    while (done < length) {
      int piece = Math.min(length - done, block.length - used);
      System.arraycopy(bytes, start + done, block, used, piece);
      used += piece;
      done += piece;
      if (used == block.length) {
        endBlock();
      }
    }
  }

  /**
   * Ends the last block; the output stays open. What is empty becomes an empty block, since no
   * bytes at all are no compressed file.
   */
  public void finish() throws IOException {
    if (used > 0 || (empty && compression != Compression.NONE)) {
      endBlock();
    }
  }

  private void endBlock() throws IOException {
    out.write(BlockCompressor.compress(compression, block, used));
    used = 0;
    empty = false;
  }
}
