package simile.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simile.input.FileStamp;
import simile.input.InputOpener;
import simile.input.SourceFile;

/**
 * Input files in memory. Channels cannot seek, as some places give them, and answer with few bytes
 * at a time.
 */
public final class MemoryInputs implements InputOpener {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, byte[]> files;
  private final int mostBytesARead;

  public MemoryInputs(Map<String, byte[]> files, int mostBytesARead) {
    this.files = new HashMap<>(files);
    this.mostBytesARead = mostBytesARead;
  }

  public static MemoryInputs of(String name, byte[] content) {
    return new MemoryInputs(Map.of(name, content), Integer.MAX_VALUE);
  }

  /** All files, by name. */
  public List<SourceFile> list() {
    return files.keySet().stream().sorted().map(name -> new SourceFile(name, stamp(name))).toList();
  }

  @Override
  public ReadableByteChannel open(String uri) throws IOException {
    if (!files.containsKey(uri)) {
      throw new NoSuchFileException(uri);
    }
    InputStream bytes = new ByteArrayInputStream(files.get(uri));
    return Channels.newChannel(
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return bytes.read(into, offset, Math.min(length, mostBytesARead));
          }
        });
  }

  @Override
  public FileStamp stamp(String uri) {
    return new FileStamp(files.get(uri).length, "");
  }
}
