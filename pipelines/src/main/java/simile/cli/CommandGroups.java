package simile.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The list of commands in the help, by what they are for. A command of no group is listed last. */
final class CommandGroups implements IHelpSectionRenderer {
  private static final Map<String, List<String>> GROUPS = groups();
  private static final String OTHERS = "Others";
  private static final int INDENT = 2;

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("Records", List.of("ingest", "query", "delete", "undelete", "validate"));
    groups.put("In and out", List.of("export", "import"));
    groups.put("Versions", List.of("history", "diff", "tag", "rollback"));
    groups.put("What there is", List.of("contexts", "inspect", "stats", "workflows"));
    groups.put("Upkeep", List.of("compact", "vacuum", "backup", "restore"));
    groups.put("Trust", List.of("verify", "repair", "migrate"));
    groups.put("First steps", List.of("demo", "doctor", "completion", "help"));
    return groups;
  }

  @Override
  public String render(Help help) {
    Map<String, CommandLine> left =
        new LinkedHashMap<>(help.commandSpec().commandLine().getSubcommands());
    int width = left.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    GROUPS.forEach(
        (title, names) -> {
          List<String> known = new ArrayList<>(names);
          known.retainAll(left.keySet());
          text.append(group(help, title, known, left, width));
          left.keySet().removeAll(known);
        });
    List<String> others = List.copyOf(new TreeSet<>(left.keySet()));
    return text.append(group(help, OTHERS, others, left, width)).toString();
  }

  private static String group(
      Help help, String title, List<String> names, Map<String, CommandLine> commands, int width) {
    if (names.isEmpty()) {
      return "";
    }
    Help.TextTable table =
        Help.TextTable.forColumns(
            help.colorScheme(),
            new Help.Column(width + INDENT, INDENT, Help.Column.Overflow.SPAN),
            new Help.Column(
                help.commandSpec().usageMessage().width() - width - INDENT,
                INDENT,
                Help.Column.Overflow.WRAP));
    for (String name : names) {
      UsageMessageSpec usage = commands.get(name).getCommandSpec().usageMessage();
      String[] said = usage.header().length > 0 ? usage.header() : usage.description();
      table.addRowValues(
          help.colorScheme().commandText(name),
          help.colorScheme().text(said.length == 0 ? "" : said[0]));
    }
    return "%n%s:%n".formatted(title) + table;
  }
}
