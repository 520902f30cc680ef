package simile.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HexFormat;

/** JDBC URLs of local files, whatever characters their names have. */
final class ShardUrl {
  private static final String PLAIN = "-._~/:";

  private ShardUrl() {}

  /** For a file that is to be built. */
  static String building(Path file) {
    return "jdbc:sqlite:" + uri(file);
  }

  /** For a finished file, which nobody changes: no locks, no journal is looked for. */
  static String readOnly(Path file) {
    return building(file) + "?mode=ro&immutable=1";
  }

  private static String uri(Path file) {
    String path =
        file.toAbsolutePath().toString().replace(file.getFileSystem().getSeparator(), "/");
    StringBuilder uri = new StringBuilder("file://").append(path.startsWith("/") ? "" : "/");
    for (byte b : path.getBytes(UTF_8)) {
      if (isPlain(b)) {
        uri.append((char) b);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return uri.toString();
  }

  private static boolean isPlain(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || PLAIN.indexOf(b) >= 0;
  }
}
