package simile.json.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import simile.json.JsonSpans;

/**
 * Finds columns by the names of members. Few names are ever asked for, so that what was found for
 * one is mostly still known.
 */
public final class Names {
  /** No column has the name. */
  public static final int UNKNOWN = -1;

  private static final int GUESSES = 256;

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
   * What the name {@code bytes[start, end)}, quotes included, is; {@link #UNKNOWN} for other names.
   */
  public int find(byte[] bytes, int start, int end) {
    int guess = hash(bytes, start, end) & (GUESSES - 1);
    byte[] guessed = guessedNames[guess];
    if (!Arrays.equals(guessed, 0, guessed.length, bytes, start, end)) {
      guessedNames[guess] = Arrays.copyOfRange(bytes, start, end);
      guessedColumns[guess] = columns.getOrDefault(name(bytes, start, end), UNKNOWN);
    }
    return guessedColumns[guess];
  }

  /** Of the length and of three bytes, the quotes of an empty name being two. */
  private static int hash(byte[] bytes, int start, int end) {
    int length = end - start;
    int hash = 31 * length + bytes[start + 1];
    hash = 31 * hash + bytes[start + length / 2];
    return 31 * hash + bytes[end - 2];
  }

  private static String name(byte[] bytes, int start, int end) {
    return JsonSpans.isPlain(bytes, start, end - start)
        ? new String(bytes, start + 1, end - start - 2, UTF_8)
        : JsonSpans.text(bytes, start, end - start);
  }
}
