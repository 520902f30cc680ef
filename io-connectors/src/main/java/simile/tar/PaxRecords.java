package simile.tar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The content of a pax header: {@code <length> <key>=<value>\n}, over and over. */
record PaxRecords(Map<String, String> values) {
  /** More than any honest name needs. */
  static final int MAX_BYTES = 1 << 16;

  private static final String PATH = "path";
  private static final String SIZE = "size";

  /** What says nothing of the content. */
  private static final Set<String> HARMLESS =
      Set.of("mtime", "atime", "ctime", "uid", "gid", "uname", "gname", "comment");

  static PaxRecords parse(byte[] bytes) throws TarFormatException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int at = 0; at < bytes.length; ) {
      int blank = at;
      while (blank < bytes.length && bytes[blank] >= '0' && bytes[blank] <= '9') {
        blank++;
      }
      int length = length(bytes, at, blank);
      String record = TarBlock.utf8(bytes, blank + 1, length - (blank + 1 - at) - 1);
      put(values, record);
      at += length;
    }
    return new PaxRecords(values);
  }

  Optional<String> path() {
    return Optional.ofNullable(values.get(PATH));
  }

  OptionalLong size() throws TarFormatException {
    if (!values.containsKey(SIZE)) {
      return OptionalLong.empty();
    }
    if (!values.get(SIZE).matches("\\d{1,18}")) {
      throw new TarFormatException("a pax header whose size is no number");
    }
    return OptionalLong.of(Long.parseLong(values.get(SIZE)));
  }

  static byte[] path(String path) {
    return record(PATH, path);
  }

  static byte[] size(long size) {
    return record(SIZE, Long.toString(size));
  }

  /** The length counts its own digits. */
  private static byte[] record(String key, String value) {
    byte[] tail = (" " + key + "=" + value + "\n").getBytes(UTF_8);
    int length = tail.length;
    while (Integer.toString(length).length() + tail.length != length) {
      length = Integer.toString(length).length() + tail.length;
    }
    return (length + new String(tail, UTF_8)).getBytes(UTF_8);
  }

  private static int length(byte[] bytes, int at, int blank) throws TarFormatException {
    boolean digits = blank > at && blank - at <= 5 && blank < bytes.length && bytes[blank] == ' ';
    int length = digits ? Integer.parseInt(new String(bytes, at, blank - at, UTF_8)) : 0;
    if (length < blank - at + 3 || length > bytes.length - at || bytes[at + length - 1] != '\n') {
      throw new TarFormatException("a pax header that is damaged");
    }
    return length;
  }

  private static void put(Map<String, String> values, String record) throws TarFormatException {
    int equals = record.indexOf('=');
    String key = equals < 0 ? "" : record.substring(0, equals);
    if (HARMLESS.contains(key)) {
      return;
    }
    if (!key.equals(PATH) && !key.equals(SIZE)) {
      throw new TarFormatException(
          "a pax header that says '%s'; only path and size are read"
              .formatted(key.length() > 40 ? key.substring(0, 40) + "…" : key));
    }
    if (values.put(key, record.substring(equals + 1)) != null) {
      throw new TarFormatException("a pax header that says '%s' twice".formatted(key));
    }
  }
}
