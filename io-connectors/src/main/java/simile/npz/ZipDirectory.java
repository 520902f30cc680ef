package simile.npz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the central directory of a ZIP that a stranger made. Everything that is not plain is
 * refused: encryption, several disks, names that lead elsewhere, names twice, members that overlap,
 * sizes that cannot be true.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_BYTES = 56;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int LOCAL = 0x04034b50;
  private static final long LIMIT_32 = 0xffffffffL;
  private static final int MAX_MEMBERS = 1000;
  private static final int MAX_DIRECTORY = 1 << 20;

  /** Deflate cannot shrink more than 1,032 to 1; anything above this is made, not found. */
  private static final long MAX_RATIO = 250;

  /** Small members may shrink as they like. */
  private static final long FREE_OF_RATIO = 16 << 20;

  private final FileChannel channel;
  private final long fileSize;
  private long start;
  private long size;
  private long count;

  private ZipDirectory(FileChannel channel) throws IOException {
    this.channel = channel;
    this.fileSize = channel.size();
  }

  /**
   * The members in the order of the directory.
   *
   * @param maxTotalBytes what all members may have, unpacked
   */
  static List<ZipMember> read(FileChannel channel, long maxTotalBytes) throws IOException {
    ZipDirectory directory = new ZipDirectory(channel);
    directory.findEnd();
    List<ZipMember> members = directory.members();
    checkNames(members);
    directory.checkPlaces(members);
    checkSizes(members, maxTotalBytes);
    return members;
  }

  private void findEnd() throws IOException {
    int tail = (int) Math.min(fileSize, END_BYTES + 0xffff);
    ByteBuffer bytes = readAt(fileSize - tail, tail);
    for (int at = tail - END_BYTES; at >= 0; at--) {
      if (bytes.getInt(at) == END
          && at + END_BYTES + Short.toUnsignedInt(bytes.getShort(at + 20)) == tail) {
        readEnd(bytes, at, fileSize - tail + at);
        return;
      }
    }
    throw new NpzFormatException(
        "not a ZIP: no end of its directory was found; the file may be cut short");
  }

  private void readEnd(ByteBuffer bytes, int at, long endAt) throws IOException {
    boolean oneDisk =
        bytes.getShort(at + 4) == 0
            && bytes.getShort(at + 6) == 0
            && bytes.getShort(at + 8) == bytes.getShort(at + 10);
    if (!oneDisk) {
      throw new NpzFormatException("a ZIP over several disks, or with contradicting counts");
    }
    count = Short.toUnsignedLong(bytes.getShort(at + 10));
    size = Integer.toUnsignedLong(bytes.getInt(at + 12));
    start = Integer.toUnsignedLong(bytes.getInt(at + 16));
    long directoryEnd = endAt;
    if (count == 0xffff || size == LIMIT_32 || start == LIMIT_32) {
      directoryEnd = readEnd64(endAt);
    }
    if (count < 0 || count > MAX_MEMBERS || size < 0 || size > MAX_DIRECTORY) {
      throw new NpzFormatException(
          "a directory of %d members and %d bytes; at most %d members and %d bytes are read"
              .formatted(count, size, MAX_MEMBERS, MAX_DIRECTORY));
    }
    if (start < 0 || start + size != directoryEnd) {
      throw new NpzFormatException(
          "the directory of the ZIP is not where its end says: cut, joined or damaged");
    }
  }

  private long readEnd64(long endAt) throws IOException {
    if (endAt < LOCATOR_BYTES + END_64_BYTES) {
      throw new NpzFormatException("the ZIP64 end of the directory is missing");
    }
    ByteBuffer locator = readAt(endAt - LOCATOR_BYTES, LOCATOR_BYTES);
    long at = locator.getLong(8);
    if (locator.getInt(0) != LOCATOR || at < 0 || at > endAt - LOCATOR_BYTES - END_64_BYTES) {
      throw new NpzFormatException("the ZIP64 end of the directory is missing or misplaced");
    }
    ByteBuffer end = readAt(at, END_64_BYTES);
    if (end.getInt(0) != END_64 || end.getLong(24) != end.getLong(32)) {
      throw new NpzFormatException("the ZIP64 end of the directory is damaged");
    }
    count = end.getLong(32);
    size = end.getLong(40);
    start = end.getLong(48);
    return at;
  }

  private List<ZipMember> members() throws IOException {
    ByteBuffer bytes = readAt(start, (int) size);
    List<ZipMember> members = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      members.add(member(bytes));
    }
    if (bytes.hasRemaining()) {
      throw new NpzFormatException("the directory of the ZIP is longer than its members");
    }
    return members;
  }

  private static ZipMember member(ByteBuffer bytes) throws NpzFormatException {
    int at = bytes.position();
    if (bytes.remaining() < CENTRAL_BYTES || bytes.getInt(at) != CENTRAL) {
      throw new NpzFormatException("the directory of the ZIP is damaged");
    }
    int nameBytes = Short.toUnsignedInt(bytes.getShort(at + 28));
    int extraBytes = Short.toUnsignedInt(bytes.getShort(at + 30));
    int commentBytes = Short.toUnsignedInt(bytes.getShort(at + 32));
    if (bytes.remaining() < CENTRAL_BYTES + nameBytes + extraBytes + commentBytes) {
      throw new NpzFormatException("the directory of the ZIP is damaged");
    }
    byte[] name = new byte[nameBytes];
    bytes.get(at + CENTRAL_BYTES, name);
    Zip64Fields large = new Zip64Fields(bytes.slice(at + CENTRAL_BYTES + nameBytes, extraBytes));
    long size = large.or(Integer.toUnsignedLong(bytes.getInt(at + 24)));
    long packed = large.or(Integer.toUnsignedLong(bytes.getInt(at + 20)));
    long headerAt = large.or(Integer.toUnsignedLong(bytes.getInt(at + 42)));
    bytes.position(at + CENTRAL_BYTES + nameBytes + extraBytes + commentBytes);
    return new ZipMember(
        new String(name, UTF_8),
        Short.toUnsignedInt(bytes.getShort(at + 8)),
        Short.toUnsignedInt(bytes.getShort(at + 10)),
        bytes.getInt(at + 16),
        packed,
        size,
        headerAt);
  }

  private static void checkNames(List<ZipMember> members) throws NpzFormatException {
    Set<String> seen = new HashSet<>();
    for (ZipMember member : members) {
      String name = member.name();
      boolean leadsElsewhere =
          name.isEmpty()
              || name.startsWith("/")
              || name.indexOf('\\') >= 0
              || name.indexOf(':') >= 0
              || name.indexOf('\0') >= 0
              || List.of(name.split("/", -1)).contains("..");
      if (leadsElsewhere) {
        throw new NpzFormatException("the ZIP holds an unsafe name: '%s'".formatted(name));
      }
      if (!seen.add(name)) {
        throw new NpzFormatException("the ZIP holds '%s' twice".formatted(name));
      }
    }
  }

  /** Each member lies behind the one before it and ahead of the directory. */
  private void checkPlaces(List<ZipMember> members) throws NpzFormatException {
    List<ZipMember> byPlace = new ArrayList<>(members);
    byPlace.sort(Comparator.comparingLong(ZipMember::headerAt));
    long free = 0;
    for (ZipMember member : byPlace) {
      long head = ZipMember.LOCAL_HEADER + (long) member.name().getBytes(UTF_8).length;
      boolean inside =
          member.headerAt() >= free
              && member.packed() >= 0
              && member.headerAt() <= start - head
              && member.packed() <= start - head - member.headerAt();
      if (!inside) {
        throw new NpzFormatException(
            "'%s' overlaps another member of the ZIP or reaches beyond it"
                .formatted(member.name()));
      }
      free = member.headerAt() + head + member.packed();
    }
  }

  private static void checkSizes(List<ZipMember> members, long maxTotalBytes)
      throws NpzFormatException {
    long total = 0;
    for (ZipMember member : members) {
      if (member.size() < 0 || member.size() > maxTotalBytes - total) {
        throw new NpzFormatException(
            "the ZIP holds more than %d bytes, unpacked; split it".formatted(maxTotalBytes));
      }
      total += member.size();
      if (member.size() > FREE_OF_RATIO && member.size() / MAX_RATIO > member.packed()) {
        throw new NpzFormatException(
            "'%s' would grow from %d to %d bytes; at most %d to 1 is unpacked"
                .formatted(member.name(), member.packed(), member.size(), MAX_RATIO));
      }
    }
  }

  /**
   * Checks the member's local header against the directory.
   *
   * @return where its content starts
   */
  static long contentAt(FileChannel channel, ZipMember member) throws IOException {
    byte[] name = member.name().getBytes(UTF_8);
    ByteBuffer local = readAt(channel, member.headerAt(), ZipMember.LOCAL_HEADER + name.length);
    byte[] localName = new byte[name.length];
    local.get(ZipMember.LOCAL_HEADER, localName);
    boolean agrees =
        local.getInt(0) == LOCAL
            && Short.toUnsignedInt(local.getShort(6)) == member.flags()
            && Short.toUnsignedInt(local.getShort(8)) == member.method()
            && Short.toUnsignedInt(local.getShort(26)) == name.length
            && Arrays.equals(name, localName)
            && (member.hasDescriptor() || sizesAgree(local, member));
    if (!agrees) {
      throw new NpzFormatException(
          "'%s': its own header and the directory of the ZIP differ".formatted(member.name()));
    }
    int extra = Short.toUnsignedInt(local.getShort(28));
    long contentAt = member.headerAt() + local.capacity() + extra;
    if (contentAt > channel.size() - member.packed()) {
      throw new NpzFormatException("'%s' reaches beyond the ZIP".formatted(member.name()));
    }
    return contentAt;
  }

  private static boolean sizesAgree(ByteBuffer local, ZipMember member) {
    return local.getInt(14) == member.crc()
        && agrees(Integer.toUnsignedLong(local.getInt(18)), member.packed())
        && agrees(Integer.toUnsignedLong(local.getInt(22)), member.size());
  }

  /** A size of all ones stands in a ZIP64 field; the directory's is the one that counts. */
  private static boolean agrees(long local, long central) {
    return local == LIMIT_32 || local == central;
  }

  private ByteBuffer readAt(long at, int length) throws IOException {
    return readAt(channel, at, length);
  }

  private static ByteBuffer readAt(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    Channels.readFully(channel, bytes, at);
    return bytes;
  }

  /** The ZIP64 extra field: 64-bit values, in order, for the 32-bit ones that are all ones. */
  private static final class Zip64Fields {
    private ByteBuffer fields = ByteBuffer.allocate(0);

    Zip64Fields(ByteBuffer extra) {
      extra.order(ByteOrder.LITTLE_ENDIAN);
      while (extra.remaining() >= 4) {
        int id = Short.toUnsignedInt(extra.getShort());
        int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
        if (id == 1) {
          fields = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        }
        extra.position(extra.position() + length);
      }
    }

    long or(long small) throws NpzFormatException {
      if (small != LIMIT_32) {
        return small;
      }
      if (fields.remaining() < Long.BYTES) {
        throw new NpzFormatException("a ZIP64 size is missing in the directory");
      }
      return fields.getLong();
    }
  }
}
