package simile.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Says naively which lines an input has, and what a store must hold after some were accepted. */
public final class Oracle {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Oracle() {}

  /**
   * A line of a file.
   *
   * @param number from 1
   * @param offset of its first byte, after a byte order mark
   * @param bytes without CR LF or LF, as ISO-8859-1
   */
  public record Line(long number, long offset, String bytes) {
    public boolean isBlank() {
      return bytes.matches("[ \t\r]*");
    }

    String text() {
      return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
  }

  /** Cuts a file into lines. */
  public static List<Line> lines(byte[] file) {
    String all = new String(file, ISO_8859_1);
    int start = all.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
    List<Line> lines = new ArrayList<>();
    while (start < all.length()) {
      int newline = all.indexOf('\n', start);
      int end = newline < 0 ? all.length() : newline;
      boolean framed = newline > start && all.charAt(newline - 1) == '\r';
      lines.add(new Line(lines.size() + 1L, start, all.substring(start, framed ? end - 1 : end)));
      start = end + 1;
    }
    return lines;
  }

  /**
   * Compares stored records with the accepted lines that they came from.
   *
   * @param accepted in the order of the input
   * @return what is wrong; empty if nothing is
   */
  public static List<String> differences(List<Line> accepted, SortedMap<String, String> stored)
      throws JsonProcessingException {
    Map<String, String> wanted = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    List<String> left = new ArrayList<>(stored.values());
    List<String> withoutId = new ArrayList<>();
    for (Line line : accepted) {
      JsonNode record = JSON.readTree(line.text());
      if (record.path("type").asText("").equals("deletion")) {
        wanted.remove(record.get("target_id").textValue());
      } else if (record.hasNonNull("id")) {
        wanted.put(record.get("id").textValue(), line.text());
      } else {
        withoutId.add(line.text());
      }
    }
    for (Map.Entry<String, String> entry : wanted.entrySet()) {
      String found = stored.get(entry.getKey());
      if (found == null || !isStoredForm(entry.getValue(), found)) {
        wrong.add("expected " + entry.getValue() + "\n but found " + found);
      }
      left.remove(found);
    }
    for (String line : withoutId.stream().distinct().toList()) {
      if (!left.removeIf(found -> isStoredForm(line, found))) {
        wrong.add("missing: " + line);
      }
    }
    left.forEach(found -> wrong.add("unexpected: " + found));
    return wrong;
  }

  /** Byte for byte, but for derived fields before the closing brace and the vector. */
  private static boolean isStoredForm(String line, String found) {
    try {
      JsonNode record = JSON.readTree(line);
      if (!record.hasNonNull("embedding")) {
        int brace = line.lastIndexOf('}');
        boolean derives = !record.hasNonNull("id") || !record.hasNonNull("created_at");
        return derives
            ? found.startsWith(line.substring(0, brace)) && found.endsWith(line.substring(brace))
            : found.equals(line);
      }
      ObjectNode without = record.deepCopy();
      without.remove("embedding");
      ObjectNode stored = (ObjectNode) JSON.readTree(found);
      stored.remove("embedding");
      if (!record.hasNonNull("id")) {
        stored.remove("id");
      }
      if (!record.hasNonNull("created_at")) {
        stored.remove("created_at");
      }
      return stored.equals(without);
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
