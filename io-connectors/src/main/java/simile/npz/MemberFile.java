package simile.npz;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import simile.files.FailedWrite;

/**
 * The content of a ZIP's member, checked against its checksum, at places in a file: stored members
 * stay where they are, deflated ones are unpacked once to a temporary file.
 */
final class MemberFile implements Closeable {
  private static final int BUFFER_BYTES = 1 << 17;

  private final FileChannel channel;
  private final long start;
  private final long size;
  private final boolean temporary;

  private MemberFile(FileChannel channel, long start, long size, boolean temporary) {
    this.channel = channel;
    this.start = start;
    this.size = size;
    this.temporary = temporary;
  }

  static MemberFile open(FileChannel zip, ZipMember member) throws IOException {
    if ((member.flags() & (1 | 1 << 6 | 1 << 13)) != 0) {
      throw new NpzFormatException("'%s' is encrypted".formatted(member.name()));
    }
    long at = ZipDirectory.contentAt(zip, member);
    return switch (member.method()) {
      case ZipMember.STORED -> stored(zip, member, at);
      case ZipMember.DEFLATED -> inflated(zip, member, at);
      default ->
          throw new NpzFormatException(
              "'%s' is packed by method %d; stored and deflated members are read"
                  .formatted(member.name(), member.method()));
    };
  }

  long size() {
    return size;
  }

  /** Fills the buffer from a place in the content and flips it. */
  void read(ByteBuffer bytes, long at) throws IOException {
    Channels.readFully(channel, bytes, start + at);
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      channel.close();
    }
  }

  private static MemberFile stored(FileChannel zip, ZipMember member, long at) throws IOException {
    if (member.packed() != member.size()) {
      throw new NpzFormatException(
          "'%s' is stored, yet its two sizes differ".formatted(member.name()));
    }
    CRC32 crc = new CRC32();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (long done = 0; done < member.size(); done += buffer.limit()) {
      buffer.clear().limit((int) Math.min(BUFFER_BYTES, member.size() - done));
      Channels.readFully(zip, buffer, at + done);
      crc.update(buffer.duplicate());
    }
    checkCrc(member, crc);
    return new MemberFile(zip, at, member.size(), false);
  }

  private static MemberFile inflated(FileChannel zip, ZipMember member, long at)
      throws IOException {
    Path file = Files.createTempFile("simile-npz", ".npy");
    FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      inflate(zip, member, at, out, file);
      return new MemberFile(out, 0, member.size(), true);
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  private static void inflate(
      FileChannel zip, ZipMember member, long at, FileChannel out, Path file) throws IOException {
    CRC32 crc = new CRC32();
    ByteBuffer unpacked = ByteBuffer.allocate(BUFFER_BYTES);
    Inflater inflater = new Inflater(true);
    try (InputStream packed = new ChannelSlice(zip, at, member.packed())) {
      byte[] piece = new byte[BUFFER_BYTES];
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int n = packed.read(piece);
          if (n < 0) {
            throw new NpzFormatException("'%s' is cut short".formatted(member.name()));
          }
          inflater.setInput(piece, 0, n);
        }
        unpacked.clear();
        inflater.inflate(unpacked);
        unpacked.flip();
        if (inflater.getBytesWritten() > member.size()) {
          break;
        }
        crc.update(unpacked.duplicate());
        write(unpacked, out, file);
        if (inflater.needsDictionary()) {
          throw new NpzFormatException("'%s' needs a dictionary".formatted(member.name()));
        }
      }
      if (inflater.getBytesWritten() != member.size()
          || inflater.getBytesRead() != member.packed()) {
        throw new NpzFormatException(
            "'%s' does not unpack to the size in the directory".formatted(member.name()));
      }
    } catch (DataFormatException e) {
      throw new NpzFormatException(
          "'%s' cannot be unpacked: %s".formatted(member.name(), e.getMessage()));
    } finally {
      inflater.end();
    }
    checkCrc(member, crc);
  }

  private static void write(ByteBuffer bytes, FileChannel out, Path file) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw FailedWrite.at(file, e);
    }
  }

  private static void checkCrc(ZipMember member, CRC32 crc) throws NpzFormatException {
    if ((int) crc.getValue() != member.crc()) {
      throw new NpzFormatException(
          "'%s' is damaged: its checksum is wrong; fetch the file again".formatted(member.name()));
    }
  }

  /** A part of a file as a stream. */
  private static final class ChannelSlice extends InputStream {
    private final FileChannel channel;
    private long at;
    private long left;

    ChannelSlice(FileChannel channel, long at, long length) {
      this.channel = channel;
      this.at = at;
      this.left = length;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read pieces");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int n = (int) Math.min(length, left);
      Channels.readFully(channel, ByteBuffer.wrap(into, offset, n).slice(), at);
      at += n;
      left -= n;
      return n;
    }
  }
}
