package simile.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody probably meant to type. */
final class Suggestion {

  private Suggestion() {}

  /** The option or command that is nearest to what was not understood, if any is near. */
  static Optional<String> of(UnmatchedArgumentException problem) {
    String typed = problem.getUnmatched().get(0);
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    return problem.isUnknownOption()
        ? nearest(typed.replaceFirst("=.*", ""), command.optionsMap().keySet())
        : nearest(typed, command.subcommands().keySet());
  }

  static Optional<String> nearest(String typed, Collection<String> names) {
    int far = Math.max(1, typed.length() / 3);
    return names.stream()
        .filter(name -> distance(typed, name) <= far)
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  /** How many letters to add, drop, change or swap with a neighbour (optimal string alignment). */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1 && j > 1 && swapped(a, i, b, j)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
