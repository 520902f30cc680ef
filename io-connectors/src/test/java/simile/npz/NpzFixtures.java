package simile.npz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** NPZ files made by hand, right and wrong ones. */
final class NpzFixtures {
  static final String IDS_HEAD = "{'descr': '<U3', 'fortran_order': False, 'shape': (3,), }";
  static final String EMBEDDINGS_HEAD =
      "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }";

  private NpzFixtures() {}

  static byte[] ids() {
    return npy(IDS_HEAD, idData());
  }

  /** {@code ant}, {@code bée}, {@code c}. */
  static byte[] idData() {
    ByteBuffer data = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
    for (int codePoint : new int[] {'a', 'n', 't', 'b', 'é', 'e', 'c', 0, 0}) {
      data.putInt(codePoint);
    }
    return copy(data);
  }

  static byte[] embeddings() {
    return npy(EMBEDDINGS_HEAD, embeddingData());
  }

  static byte[] embeddingData() {
    ByteBuffer data = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 12; i++) {
      data.putFloat(i * 0.5f);
    }
    return copy(data);
  }

  static byte[] npy(String head, byte[] data) {
    return npy(1, head.getBytes(ISO_8859_1).length, head, data);
  }

  static byte[] npy(int version, int headLength, String head, byte[] data) {
    byte[] dict = head.getBytes(ISO_8859_1);
    ByteBuffer npy =
        ByteBuffer.allocate(12 + dict.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    npy.put(NpyHeader.MAGIC).put((byte) version).put((byte) 0);
    if (version == 1) {
      npy.putShort((short) headLength);
    } else {
      npy.putInt(headLength);
    }
    return copy(npy.put(dict).put(data));
  }

  /** A ZIP with two members, {@code ids.npy} and {@code embeddings.npy}. */
  static byte[] zip(int method, byte[] ids, byte[] embeddings) throws IOException {
    return zip(method, "ids.npy", ids, "embeddings.npy", embeddings);
  }

  /**
   * @param namesAndContents {@code String}, {@code byte[]}, …
   */
  static byte[] zip(int method, Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        byte[] content = (byte[]) namesAndContents[i + 1];
        ZipEntry entry = new ZipEntry((String) namesAndContents[i]);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(method);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] copy(ByteBuffer filled) {
    byte[] bytes = new byte[filled.position()];
    filled.flip().get(bytes);
    return bytes;
  }
}
