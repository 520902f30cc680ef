package simile.bundle.croissant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** Names and paths as parts of a relative reference, RFC 3986. */
final class Iri {
  private static final String UNRESERVED = "-._~";

  private Iri() {}

  /** A path whose slashes stay. */
  static String path(String path) {
    return encoded(path, UNRESERVED + "/");
  }

  /** One name. */
  static String segment(String name) {
    return encoded(name, UNRESERVED);
  }

  private static String encoded(String text, String plain) {
    StringBuilder reference = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      if (isAlphanumeric(b) || plain.indexOf(b) >= 0) {
        reference.append((char) b);
      } else {
        reference.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return reference.toString();
  }

  private static boolean isAlphanumeric(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }
}
