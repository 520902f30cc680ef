package simile.npz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes a ZIP of stored members whose bytes depend on nothing but their content. A member's
 * content is produced twice: once for the checksum that stands before it, once for the file; so
 * nothing is held in memory.
 */
final class StoredZip {

  /** Produces a member's content; called twice, with the same bytes each time. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private record Entry(String name, long size, int crc, long offset) {
    boolean isLarge() {
      return size >= LIMIT_32;
    }
  }

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_LOCATOR = 0x07064b50;
  private static final long LIMIT_32 = 0xffffffffL;
  private static final short VERSION = 20;
  private static final short VERSION_64 = 45;
  private static final short EXTRA_64 = 1;

  /** 1980-01-01, the first day that a ZIP knows. */
  private static final short FIRST_DAY = 0x21;

  private final OutputStream out;
  private final List<Entry> entries = new ArrayList<>();
  private long offset;

  StoredZip(OutputStream out) {
    this.out = out;
  }

  /** Adds a member with an ASCII name. */
  void add(String name, Content content) throws IOException {
    Measure measure = new Measure();
    content.writeTo(measure);
    Entry entry = new Entry(name, measure.size, (int) measure.crc.getValue(), offset);
    entries.add(entry);
    put(localHeader(entry));
    content.writeTo(out);
    offset += entry.size();
  }

  /** Writes the directory. Does not close the output. */
  void finish() throws IOException {
    long start = offset;
    for (Entry entry : entries) {
      put(centralHeader(entry));
    }
    long size = offset - start;
    if (start >= LIMIT_32 || size >= LIMIT_32) {
      put(end64(start, size));
    }
    put(end(start, size));
  }

  private static ByteBuffer localHeader(Entry entry) {
    int extra = entry.isLarge() ? 20 : 0;
    ByteBuffer header = littleEndian(30 + entry.name().length() + extra);
    header.putInt(LOCAL_HEADER).putShort(entry.isLarge() ? VERSION_64 : VERSION);
    putCommon(header, entry, extra);
    header.put(entry.name().getBytes(US_ASCII));
    if (entry.isLarge()) {
      header.putShort(EXTRA_64).putShort((short) 16).putLong(entry.size()).putLong(entry.size());
    }
    return header.flip();
  }

  private static ByteBuffer centralHeader(Entry entry) {
    boolean far = entry.offset() >= LIMIT_32;
    int fields = (entry.isLarge() ? 16 : 0) + (far ? 8 : 0);
    int extra = fields == 0 ? 0 : fields + 4;
    short version = fields == 0 ? VERSION : VERSION_64;
    ByteBuffer header = littleEndian(46 + entry.name().length() + extra);
    header.putInt(CENTRAL_HEADER).putShort(version).putShort(version);
    putCommon(header, entry, extra);
    // No comment, disk 0, no attributes.
    header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    header.putInt((int) Math.min(entry.offset(), LIMIT_32)).put(entry.name().getBytes(US_ASCII));
    if (fields > 0) {
      header.putShort(EXTRA_64).putShort((short) fields);
      if (entry.isLarge()) {
        header.putLong(entry.size()).putLong(entry.size());
      }
      if (far) {
        header.putLong(entry.offset());
      }
    }
    return header.flip();
  }

  /** The fields that both headers share: flags, method, date, CRC, sizes and lengths. */
  private static void putCommon(ByteBuffer header, Entry entry, int extra) {
    int size = (int) Math.min(entry.size(), LIMIT_32);
    header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort(FIRST_DAY);
    header.putInt(entry.crc()).putInt(size).putInt(size);
    header.putShort((short) entry.name().length()).putShort((short) extra);
  }

  private ByteBuffer end64(long start, long size) {
    ByteBuffer end = littleEndian(56 + 20);
    end.putInt(END_64).putLong(44).putShort(VERSION_64).putShort(VERSION_64).putInt(0).putInt(0);
    end.putLong(entries.size()).putLong(entries.size()).putLong(size).putLong(start);
    end.putInt(END_64_LOCATOR).putInt(0).putLong(start + size).putInt(1);
    return end.flip();
  }

  private ByteBuffer end(long start, long size) {
    ByteBuffer end = littleEndian(22);
    end.putInt(END).putShort((short) 0).putShort((short) 0);
    end.putShort((short) entries.size()).putShort((short) entries.size());
    end.putInt((int) Math.min(size, LIMIT_32)).putInt((int) Math.min(start, LIMIT_32));
    return end.putShort((short) 0).flip();
  }

  private static ByteBuffer littleEndian(int capacity) {
    return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void put(ByteBuffer bytes) throws IOException {
    byte[] whole = new byte[bytes.remaining()];
    bytes.get(whole);
    out.write(whole);
    offset += whole.length;
  }

  private static final class Measure extends OutputStream {
    private final CRC32 crc = new CRC32();
    private long size;

    @Override
    public void write(int b) {
      crc.update(b);
      size++;
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
      crc.update(bytes, start, length);
      size += length;
    }
  }
}
