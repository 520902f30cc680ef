package simile.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import simile.record.IdDigest;

/**
 * The name of a partition's folder: {@code <key>=<value>}, in which every UTF-8 byte of the value
 * but {@code a-z 0-9 _ -} is {@code %XX}. So twins in case stay apart on every file system, no dot
 * or separator survives, and URL-decoding (which DuckDB, Spark and Hive do) gives the value back.
 *
 * <p>A record without the value is in {@code <key>=__HIVE_DEFAULT_PARTITION__}, Hive's name for
 * null. A value that is empty or takes more than {@value #MAX_ENCODED_BYTES} encoded bytes is in
 * {@code bucket=NN}, with NN from {@code 00} to {@code 31} by its hash.
 */
public final class PartitionFolder {
  static final int MAX_ENCODED_BYTES = 200;
  private static final int BUCKETS = 32;
  private static final String NULL_VALUE = "__HIVE_DEFAULT_PARTITION__";
  private static final String HEX = "0123456789ABCDEF";

  private PartitionFolder() {}

  /** The folder for a value, or for its absence. */
  public static String of(String key, Optional<String> value) {
    if (value.isEmpty()) {
      return encode(key) + "=" + NULL_VALUE;
    }
    String encoded = encode(value.get());
    return encoded.isEmpty() || encoded.length() > MAX_ENCODED_BYTES
        ? bucket(value.get())
        : encode(key) + "=" + encoded;
  }

  /** The folder for values that cannot have one of their own. */
  public static String bucket(String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    return String.format(
        "bucket=%02d", Long.remainderUnsigned(IdDigest.hash(utf8, 0, utf8.length), BUCKETS));
  }

  /** Whether a folder holds one value only, which {@link #decode} tells. */
  public static boolean isBucket(String folder) {
    return folder.startsWith("bucket=");
  }

  /** The value that a folder's name stands for; empty for null. */
  public static Optional<String> decode(String folder) {
    String value = folder.substring(folder.indexOf('=') + 1);
    if (value.equals(NULL_VALUE)) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(value, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return Optional.of(bytes.toString(UTF_8));
  }

  private static String encode(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : value.getBytes(UTF_8)) {
      if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '_' || b == '-') {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return encoded.toString();
  }
}
