package simile.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import simile.json.JsonSpans;
import simile.record.Schema;

/**
 * Finds columns by the names of members. Lines mostly have the same members in the same order, so
 * what was found at an ordinal is tried first.
 */
final class Names {
  /** The schema has no such column. */
  static final int UNKNOWN = -1;

  /** No column, but known all the same. */
  static final int UNSTORED = -2;

  private static final int GUESSES = 64;

  private final Map<String, Integer> columns = new HashMap<>();
  private final byte[][] guessedNames = new byte[GUESSES][0];
  private final int[] guessedColumns = new int[GUESSES];

  Names(Schema schema, Set<String> unstored) {
    unstored.forEach(name -> columns.put(name, UNSTORED));
    for (int c = 0; c < schema.columns().size(); c++) {
      columns.put(schema.columns().get(c).name(), c);
    }
  }

  /**
   * What the name {@code bytes[start, end)}, quotes included, of the {@code ordinal}-th member is.
   */
  int find(byte[] bytes, int start, int end, int ordinal) {
    int guess = ordinal & (GUESSES - 1);
    byte[] guessed = guessedNames[guess];
    if (!Arrays.equals(guessed, 0, guessed.length, bytes, start, end)) {
      guessedNames[guess] = Arrays.copyOfRange(bytes, start, end);
      guessedColumns[guess] = columns.getOrDefault(name(bytes, start, end), UNKNOWN);
    }
    return guessedColumns[guess];
  }

  private static String name(byte[] bytes, int start, int end) {
    return JsonSpans.isPlain(bytes, start, end - start)
        ? new String(bytes, start + 1, end - start - 2, UTF_8)
        : JsonSpans.text(bytes, start, end - start);
  }
}
