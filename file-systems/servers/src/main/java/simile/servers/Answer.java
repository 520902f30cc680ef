package simile.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an HTTP server said, up to the end of its connection. */
final class Answer {
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private Answer(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static Answer parse(byte[] bytes) throws IOException {
    int end = new String(bytes, ISO_8859_1).indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("the server hung up");
    }
    String[] lines = new String(bytes, 0, end, ISO_8859_1).split("\r\n", -1);
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new Answer(
        Integer.parseInt(lines[0].substring(9, 12)),
        headers,
        Arrays.copyOfRange(bytes, end + 4, bytes.length));
  }

  int status() {
    return status;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
