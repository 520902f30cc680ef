package simile.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An NPZ as numpy makes it of ids that are Python objects: it holds a pickle. */
final class NpzOfObjects {
  private NpzOfObjects() {}

  static byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "embeddings.npy", array("<f8", "(1, 1)", new byte[8]));
      put(zip, "concept_ids.npy", array("|O", "(1,)", "\u0080\u0004\u0095.".getBytes(ISO_8859_1)));
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] array(String type, String shape, byte[] data) throws IOException {
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
    header += " ".repeat(64 - (header.length() + 11) % 64) + "\n";
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    array.write("\u0093NUMPY\u0001\u0000".getBytes(ISO_8859_1));
    array.write(header.length());
    array.write(0);
    array.write(header.getBytes(ISO_8859_1));
    array.write(data);
    return array.toByteArray();
  }
}
