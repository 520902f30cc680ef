package simile.contract.yaml;

import java.util.Collection;
import java.util.TreeSet;

/** Helps with words that are nearly right. */
final class Words {
  private static final int NEAR = 2;

  private Words() {}

  static String join(Collection<String> words) {
    return String.join(", ", new TreeSet<>(words));
  }

  /** Asks whether a known word was meant, if one is near. */
  static String hint(String word, Collection<String> known) {
    for (String candidate : new TreeSet<>(known)) {
      if (distance(word, candidate) <= NEAR) {
        return "did you mean '" + candidate + "'?";
      }
    }
    return "";
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
