package simile.cli.workflow;

import java.util.ArrayList;
import java.util.List;

/** A command line that a run recorded, with some options put anew. */
record RecordedCommand(List<String> words) {
  private static final String REST = "--";

  RecordedCommand {
    words = List.copyOf(words);
  }

  /** The command line with this value of an option, in the place of those that it has. */
  RecordedCommand with(String option, String value) {
    List<String> own = words.subList(0, end());
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).equals(option)) {
        i++; // its value goes too
      } else if (!own.get(i).startsWith(option + "=")) {
        changed.add(own.get(i));
      }
    }
    changed.add(option + "=" + value);
    changed.addAll(words.subList(end(), words.size()));
    return new RecordedCommand(changed);
  }

  /** Whether it has a value of this option. */
  boolean has(String option) {
    return words.subList(0, end()).stream()
        .anyMatch(word -> word.equals(option) || word.startsWith(option + "="));
  }

  /** Whether it reads what was on standard input then, and is no more. */
  boolean readsStandardInput() {
    for (int i = 0; i < end(); i++) {
      boolean next = i > 0 && words.get(i).equals("-") && words.get(i - 1).startsWith(REST);
      if (next || words.get(i).matches("--[a-z-]+=-")) {
        return true;
      }
    }
    return false;
  }

  private int end() {
    int rest = words.indexOf(REST);
    return rest < 0 ? words.size() : rest;
  }
}
