package simile.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import simile.contract.check.CrossRule;
import simile.contract.field.Field;

/** A contract as plain text: its fields as a table, then its rules across fields. */
final class ContractTable {
  private ContractTable() {}

  static String of(Contract contract) {
    StringBuilder text = new StringBuilder();
    text.append(
        "contract %s %s (%s)%n".formatted(contract.name(), contract.version(), contract.id()));
    text.append("sha256 ").append(contract.sha256()).append(System.lineSeparator());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("field", "type", "rules"));
    for (Field field : contract.allFields()) {
      rows.add(
          List.of(field.name(), FieldRules.type(field), String.join(", ", FieldRules.of(field))));
    }
    appendTable(text, rows);
    for (CrossRule rule : contract.rules()) {
      String severity = rule.severity().name().toLowerCase(Locale.ROOT);
      text.append("rule %s (%s): %s%n".formatted(rule.name(), severity, rule.expected()));
    }
    for (String ignored : contract.ignored()) {
      text.append("not checked here: %s%n".formatted(ignored));
    }
    return text.toString();
  }

  private static void appendTable(StringBuilder text, List<List<String>> rows) {
    int name = width(rows, 0);
    int type = width(rows, 1);
    for (List<String> row : rows) {
      String line = "%-" + name + "s  %-" + type + "s  %s";
      text.append(line.formatted(row.toArray()).stripTrailing()).append(System.lineSeparator());
    }
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
  }
}
