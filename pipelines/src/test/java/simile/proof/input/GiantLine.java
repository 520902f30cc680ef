package simile.proof.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import simile.files.LocalFiles;
import simile.input.FileStamp;
import simile.input.InputOpener;
import simile.input.SourceFile;
import simile.proof.Lines;
import simile.proof.PlainIngest;

/** Ingests a record, a line of 300 MB, and a record; the line is made as it is read. */
final class GiantLine implements InputOpener {
  static final long GIANT_BYTES = 300_000_000;
  static final byte FILLER = 'x';
  private static final long serialVersionUID = 1L;

  private final byte[] first = (Lines.analogy("first", 0.5) + "\n").getBytes(UTF_8);
  private final byte[] last = ("\n" + Lines.analogy("last", 0.5) + "\n").getBytes(UTF_8);

  /**
   * @param arguments the store
   */
  public static void main(String[] arguments) throws IOException {
    GiantLine inputs = new GiantLine();
    PlainIngest.into(new LocalFiles(Path.of(arguments[0])), "run-1")
        .withSplitBytes(32 << 20)
        .withMaxLineBytes(16 << 20)
        .run(inputs, List.of(new SourceFile("giant.jsonl", inputs.stamp("giant.jsonl"))));
  }

  @Override
  public ReadableByteChannel open(String uri) {
    return new Generated();
  }

  @Override
  public FileStamp stamp(String uri) {
    return new FileStamp(first.length + GIANT_BYTES + last.length, "");
  }

  private final class Generated implements SeekableByteChannel {
    private long position;

    @Override
    public int read(ByteBuffer into) {
      if (position >= size()) {
        return -1;
      }
      int length;
      if (position < first.length) {
        length = Math.min(into.remaining(), (int) (first.length - position));
        into.put(first, (int) position, length);
      } else if (position < first.length + GIANT_BYTES) {
        length = (int) Math.min(into.remaining(), first.length + GIANT_BYTES - position);
        byte[] filler = new byte[length];
        Arrays.fill(filler, FILLER);
        into.put(filler);
      } else {
        int start = (int) (position - first.length - GIANT_BYTES);
        length = Math.min(into.remaining(), last.length - start);
        into.put(last, start, length);
      }
      position += length;
      return length;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      position = newPosition;
      return this;
    }

    @Override
    public long size() {
      return stamp("").bytes();
    }

    @Override
    public int write(ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
