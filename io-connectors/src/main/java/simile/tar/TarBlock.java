package simile.tar;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The 512 bytes of a header. */
final class TarBlock {
  static final int BYTES = 512;
  static final byte FILE = '0';
  static final byte FOLDER = '5';
  static final byte PAX = 'x';
  static final byte LONG_NAME = 'L';

  /** The largest size that 11 octal digits hold. */
  static final long MAX_OCTAL = 0_77777777777L;

  private static final Field NAME = new Field(0, 100);
  private static final Field MODE = new Field(100, 8);
  private static final Field USER = new Field(108, 8);
  private static final Field GROUP = new Field(116, 8);
  private static final Field SIZE = new Field(124, 12);
  private static final Field TIME = new Field(136, 12);
  private static final Field CHECKSUM = new Field(148, 8);
  private static final int TYPE = 156;
  private static final Field MAGIC = new Field(257, 8);
  private static final Field PREFIX = new Field(345, 155);
  private static final String POSIX = "ustar\00000";
  private static final String GNU = "ustar  \0";

  private final byte[] bytes;

  private record Field(int offset, int length) {}

  /**
   * @param bytes the block; not to be changed
   */
  TarBlock(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /** A header; the name must fit {@link TarName}. */
  static TarBlock of(byte type, TarName name, long size, long seconds) {
    TarBlock block = new TarBlock(new byte[BYTES]);
    block.put(NAME, name.name());
    block.put(PREFIX, name.prefix());
    block.octal(MODE, 0_644);
    block.octal(USER, 0);
    block.octal(GROUP, 0);
    block.octal(SIZE, size);
    block.octal(TIME, seconds);
    block.bytes[TYPE] = type;
    block.put(MAGIC, POSIX);
    block.put(CHECKSUM, "%06o\0 ".formatted(block.sum()));
    return block;
  }

  boolean isZero() {
    for (byte b : bytes) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  byte type() {
    return bytes[TYPE] == 0 ? FILE : bytes[TYPE];
  }

  /** The name, with its prefix where the format has one. */
  String name() throws TarFormatException {
    String prefix = isPosix() ? text(PREFIX) : "";
    return prefix.isEmpty() ? text(NAME) : prefix + "/" + text(NAME);
  }

  /** Checks that this is a header and was not changed. */
  void require() throws TarFormatException {
    if (!isPosix() && !raw(MAGIC).equals(GNU)) {
      throw new TarFormatException("no header of a tar archive (ustar) where one must be");
    }
    if (number(CHECKSUM) != sum()) {
      throw new TarFormatException("a header whose checksum is wrong: the archive is damaged");
    }
  }

  long size() throws TarFormatException {
    return number(SIZE);
  }

  private boolean isPosix() {
    return raw(MAGIC).equals(POSIX);
  }

  /** The sum of all bytes, where those of the checksum count as blanks. */
  private long sum() {
    long sum = 0;
    for (int i = 0; i < BYTES; i++) {
      boolean own = i >= CHECKSUM.offset && i < CHECKSUM.offset + CHECKSUM.length;
      sum += own ? ' ' : bytes[i] & 0xff;
    }
    return sum;
  }

  private void put(Field field, String text) {
    System.arraycopy(text.getBytes(US_ASCII), 0, bytes, field.offset, text.length());
  }

  private void octal(Field field, long value) {
    put(field, "%0" + (field.length - 1) + "o", value);
  }

  private void put(Field field, String format, long value) {
    put(field, format.formatted(value));
  }

  /** Octal digits between blanks and zeros, or (GNU) a big-endian number behind a set bit. */
  private long number(Field field) throws TarFormatException {
    int first = bytes[field.offset] & 0xff;
    if (first >= 0x80) {
      return binary(field, first);
    }
    String digits = raw(field).replace('\0', ' ').strip();
    if (!digits.matches("[0-7]{1,20}")) {
      throw new TarFormatException("a header with a number that is none");
    }
    return Long.parseLong(digits, 8);
  }

  private long binary(Field field, int first) throws TarFormatException {
    long value = first & 0x7f;
    for (int i = 1; i < field.length; i++) {
      if (value >> 55 != 0) {
        throw new TarFormatException("a header with a number beyond all measure");
      }
      value = (value << 8) | (bytes[field.offset + i] & 0xff);
    }
    return value;
  }

  private String raw(Field field) {
    return new String(bytes, field.offset, field.length, StandardCharsets.ISO_8859_1);
  }

  /** Text up to the first zero, behind which other readers might find something else. */
  private String text(Field field) throws TarFormatException {
    String raw = raw(field);
    int end = raw.indexOf('\0') < 0 ? field.length : raw.indexOf('\0');
    if (!raw.substring(end).chars().allMatch(c -> c == 0)) {
      throw new TarFormatException("a name with something hidden behind its end");
    }
    return utf8(bytes, field.offset, end);
  }

  static String utf8(byte[] bytes, int offset, int length) throws TarFormatException {
    try {
      ByteBuffer text = ByteBuffer.wrap(bytes, offset, length);
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw new TarFormatException("a name that is not UTF-8");
    }
  }
}
