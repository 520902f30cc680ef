package simile.cli.workflow;

import java.util.List;
import java.util.stream.Collectors;

/** A command line as a shell takes it. */
final class CommandText {
  private CommandText() {}

  /**
   * @param words without the program's name
   */
  static String of(List<String> words) {
    return "simile " + words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
