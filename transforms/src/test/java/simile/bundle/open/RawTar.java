package simile.bundle.open;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Makes archives that no honest program makes, block by block. */
final class RawTar {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  RawTar file(String name, byte[] content) {
    return entry('0', name, "", content.length, content);
  }

  RawTar link(char type, String name, String target) {
    return entry(type, name, target, 0, new byte[0]);
  }

  /** Any entry, whatever its size claims. */
  RawTar entry(char type, String name, String target, long size, byte[] content) {
    byte[] header = new byte[512];
    put(header, 0, name.getBytes(UTF_8));
    put(header, 100, "0000644\0000000000\0000000000\000".getBytes(UTF_8));
    put(header, 124, "%011o\000".formatted(size).getBytes(UTF_8));
    put(header, 136, "00000000000\000        ".getBytes(UTF_8));
    header[156] = (byte) type;
    put(header, 157, target.getBytes(UTF_8));
    put(header, 257, "ustar\00000".getBytes(UTF_8));
    return header(header).raw(content).pad();
  }

  /** A header as it is, but with the right checksum. */
  RawTar header(byte[] header) {
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, "%06o\000 ".formatted(sum).getBytes(ISO_8859_1));
    return raw(header);
  }

  RawTar pax(String... records) {
    StringBuilder all = new StringBuilder();
    for (String record : records) {
      int length = record.getBytes(UTF_8).length + 2;
      length += Integer.toString(length + 2).length();
      all.append(length).append(' ').append(record).append('\n');
    }
    byte[] content = all.toString().getBytes(UTF_8);
    return entry('x', "pax", "", content.length, content);
  }

  RawTar raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  RawTar pad() {
    return raw(new byte[(512 - out.size() % 512) % 512]);
  }

  byte[] end() {
    return raw(new byte[1024]).bytes();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private static void put(byte[] header, int offset, byte[] bytes) {
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }
}
