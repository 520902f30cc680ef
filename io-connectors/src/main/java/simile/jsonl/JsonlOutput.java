package simile.jsonl;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import simile.files.HashedOutput;
import simile.files.StoreFiles;
import simile.segment.BlockTable;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** One JSONL file being written, compressed in blocks or not at all. */
final class JsonlOutput implements Closeable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final String path;
  private final Compression compression;
  private final HashedOutput out;
  private byte[] block = new byte[0];
  private int blockUsed;
  private long rows;
  private long offset;
  private long[] blockStarts = new long[16];
  private int blocks;

  JsonlOutput(StoreFiles files, String path, Compression compression) throws IOException {
    this.path = path;
    this.compression = compression;
    this.out = new HashedOutput(files.create(path), BUFFER_BYTES);
  }

  /** Writes a row and its line end. @return where the row starts, in uncompressed bytes */
  long add(byte[] bytes, int start, int length) throws IOException {
    long at = offset;
    if (compression == Compression.NONE) {
      out.write(bytes, start, length);
      out.write('\n');
    } else {
      addToBlock(bytes, start, length);
    }
    offset += length + 1L;
    rows++;
    return at;
  }

  /** Makes the file durable. */
  DataFile finish(String partition, String idDigest) throws IOException {
    endBlock();
    String sha256 = out.finish();
    return new DataFile(FileKind.JSONL, path, rows, out.count(), sha256, idDigest, partition);
  }

  /** Where the blocks are; empty for a file that is not compressed. */
  BlockTable blockTable() {
    return compression == Compression.NONE
        ? BlockTable.NONE
        : new BlockTable(Arrays.copyOf(blockStarts, blocks * 2), offset, out.count());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void addToBlock(byte[] bytes, int start, int length) throws IOException {
    if (blockUsed > 0 && blockUsed + length + 1 > BlockCompressor.BLOCK_BYTES) {
      endBlock();
    }
    if (block.length < blockUsed + length + 1) {
      block = Arrays.copyOf(block, Math.max(BlockCompressor.BLOCK_BYTES, blockUsed + length + 1));
    }
    System.arraycopy(bytes, start, block, blockUsed, length);
    block[blockUsed + length] = '\n';
    blockUsed += length + 1;
  }

  private void endBlock() throws IOException {
    if (blockUsed == 0) {
      return;
    }
    if (blockStarts.length == blocks * 2) {
      blockStarts = Arrays.copyOf(blockStarts, blocks * 4);
    }
    blockStarts[blocks * 2] = offset - blockUsed;
    blockStarts[blocks * 2 + 1] = out.count();
    blocks++;
    out.write(BlockCompressor.compress(compression, block, blockUsed));
    blockUsed = 0;
  }
}
