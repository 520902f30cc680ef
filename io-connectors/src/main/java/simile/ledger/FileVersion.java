package simile.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import simile.files.Sha256;
import simile.log.InputFile;

/**
 * One version of a file, by the first 16 bytes of the SHA-256 of its URI, size and tag: so much is
 * kept of each file that was ever ingested.
 *
 * @param high the first 8 bytes
 * @param low the others
 */
public record FileVersion(long high, long low) implements Serializable {
  private static final int DIGITS = 2 * 2 * Long.BYTES;

  public static FileVersion of(InputFile file) {
    String text = file.uri() + '\0' + file.bytes() + '\0' + file.tag();
    return of(Sha256.of(text.getBytes(UTF_8)).substring(0, DIGITS));
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  static FileVersion of(String digits) {
    if (digits.length() != DIGITS) {
      throw new IllegalArgumentException(
          "'%s' is not %d hexadecimal digits".formatted(digits, DIGITS));
    }
    ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(digits));
    return new FileVersion(bytes.getLong(), bytes.getLong());
  }

  /** 32 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
