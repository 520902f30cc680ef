package simile.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** UTF-8 that fails rather than mends. */
final class StrictUtf8 {
  private StrictUtf8() {}

  static String decode(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      String start = new String(bytes, 0, Math.min(80, bytes.length), UTF_8);
      throw new UncheckedIOException(
          "a line is not UTF-8; read it with JsonlIO.readBytes(): " + start, e);
    }
  }
}
