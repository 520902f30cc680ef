package simile.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import simile.files.Sha256;
import simile.record.RecordBatchBuilder;

/**
 * The id of the line being read: its own, decoded, or one derived from its bytes: {@code sha256-}
 * and the first 32 hexadecimal digits of the SHA-256 of the line without the JSON white space
 * around it.
 */
final class Identity {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(UTF_8);
  private static final byte[] PREFIX = "sha256-".getBytes(UTF_8);
  private static final int DERIVED_BYTES = 16;

  private final Line line;
  private final MessageDigest digest = Sha256.digest();
  private final byte[] derived = new byte[PREFIX.length + 2 * DERIVED_BYTES];

  Identity(Line line) {
    this.line = line;
    System.arraycopy(PREFIX, 0, derived, 0, PREFIX.length);
  }

  /** Sets the id that the token {@code [start, end)}, quotes included, holds. */
  void own(RecordBatchBuilder into, int start, int end, String escaped) {
    if (escaped.isEmpty()) {
      into.id(line.slab(), start + 1, end - start - 2, false);
    } else {
      byte[] id = escaped.getBytes(UTF_8);
      into.id(id, 0, id.length, false);
    }
  }

  void derived(RecordBatchBuilder into) {
    int start = line.skipSpace(line.start());
    int end = line.end();
    while (end > start && Line.isSpace(line.slab()[end - 1])) {
      end--;
    }
    digest.update(line.slab(), start, end - start);
    byte[] hash = digest.digest();
    for (int i = 0; i < DERIVED_BYTES; i++) {
      derived[PREFIX.length + 2 * i] = DIGITS[(hash[i] >> 4) & 15];
      derived[PREFIX.length + 2 * i + 1] = DIGITS[hash[i] & 15];
    }
    into.id(derived, 0, derived.length, true);
  }
}
