package simile.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Whether an array's items differ from each other, as JSON values. */
final class Uniqueness {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Uniqueness() {}

  static boolean allDistinct(byte[] slab, int start, int end) throws IOException {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode item : MAPPER.readTree(slab, start, end - start)) {
      if (!seen.add(item)) {
        return false;
      }
    }
    return true;
  }
}
