package simile.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import simile.connectors.OutputFiles;
import simile.connectors.WrittenFile;
import simile.files.HashedOutput;
import simile.jsonl.BlockOutput;
import simile.jsonl.Compression;

/** A file of text, compressed in blocks or not, hashed while it is written. */
final class TextFile implements Closeable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final String path;
  private final HashedOutput hashed;
  private final BlockOutput out;
  private long rows;

  TextFile(OutputFiles files, String path, Compression compression) throws IOException {
    this.path = path;
    this.hashed = new HashedOutput(files.create(path), BUFFER_BYTES);
    this.out = new BlockOutput(hashed, compression);
  }

  void write(byte[] bytes, int start, int length) throws IOException {
    out.write(bytes, start, length);
  }

  void write(int b) throws IOException {
    out.write(b);
  }

  /** Where bytes go; not to be closed. */
  OutputStream stream() {
    return out;
  }

  void endRow() {
    rows++;
  }

  WrittenFile finish() throws IOException {
    out.finish();
    long bytes = hashed.count();
    return new WrittenFile(path, rows, bytes, hashed.finish());
  }

  @Override
  public void close() throws IOException {
    hashed.close();
  }

  /**
   * Makes one file of pieces by appending their bytes.
   *
   * @param head what comes first, not compressed yet
   */
  static WrittenFile join(
      OutputFiles files, List<PartFile> pieces, String path, Compression compression, byte[] head)
      throws IOException {
    try (TextFile file = new TextFile(files, path, compression)) {
      file.write(head, 0, head.length);
      if (head.length > 0 || pieces.isEmpty()) {
        file.out.finish();
      }
      for (PartFile piece : pieces) {
        try (InputStream in = files.read(piece.path())) {
          in.transferTo(file.hashed);
        }
        file.rows += piece.rows();
      }
      long bytes = file.hashed.count();
      return new WrittenFile(path, file.rows, bytes, file.hashed.finish());
    }
  }
}
