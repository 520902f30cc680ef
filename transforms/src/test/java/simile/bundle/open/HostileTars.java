package simile.bundle.open;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import simile.bundle.BundleJson;

/** Pieces of archives that mean harm. */
final class HostileTars {
  private HostileTars() {}

  static byte[] endlessIndex() {
    byte[] index = new byte[BundleJson.MAX_BYTES + 1];
    return new RawTar().file("bundle.json", index).end();
  }

  static byte[] withWrongByte(byte[] archive) {
    String text = new String(archive, ISO_8859_1);
    return flipped(archive, text.indexOf("{\"id\":\"") + 2);
  }

  static byte[] flipped(byte[] archive, int at) {
    byte[] copy = archive.clone();
    copy[at] ^= 1;
    return copy;
  }

  static byte[] named(byte[] name) {
    byte[] header = Arrays.copyOf(new RawTar().file("x", new byte[0]).bytes(), 512);
    System.arraycopy(name, 0, header, 0, name.length);
    return header;
  }

  static byte[] sized(int first) {
    byte[] header = Arrays.copyOf(new RawTar().file("models/x", new byte[0]).bytes(), 512);
    Arrays.fill(header, 124, 136, (byte) first);
    return header;
  }
}
