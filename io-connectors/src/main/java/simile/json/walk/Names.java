package simile.json.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import simile.json.JsonSpans;

/**
 * Finds columns by the names of members. Lines mostly have the same members in the same order, so
 * what was found at an ordinal is tried first.
 */
public final class Names {
  /** No column has the name. */
  public static final int UNKNOWN = -1;

  private static final int GUESSES = 64;

  private final Map<String, Integer> columns;
  private final byte[][] guessedNames = new byte[GUESSES][0];
  private final int[] guessedColumns = new int[GUESSES];

  /**
   * @param columns what each name is found as
   */
  public Names(Map<String, Integer> columns) {
    this.columns = Map.copyOf(columns);
  }

  /**
   * What the name {@code bytes[start, end)}, quotes included, of the {@code ordinal}-th member is;
   * {@link #UNKNOWN} for other names.
   */
  public int find(byte[] bytes, int start, int end, int ordinal) {
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
