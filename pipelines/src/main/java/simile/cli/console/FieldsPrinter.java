package simile.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import simile.report.Figures;

/** Prints one object: as {@code name: value} lines for people, else as one row. */
public final class FieldsPrinter {
  private static final Pattern BYTES = Pattern.compile("(^|_)bytes(_|$)");

  private final Console console;

  public FieldsPrinter(Console console) {
    this.console = console;
  }

  public void print(OutputFormat format, ObjectNode object) throws IOException {
    switch (format) {
      case TABLE -> lines(object, "");
      case JSON -> console.line(pretty(object));
      default -> {
        List<Column> columns =
            object.properties().stream().map(field -> Column.text(field.getKey())).toList();
        try (RecordPrinter printer = RecordPrinter.of(format, console, columns)) {
          printer.print(object);
        }
      }
    }
  }

  private void lines(JsonNode object, String indent) throws IOException {
    int width = 0;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      width = Math.max(width, field.getKey().length());
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey().replace('_', ' ');
      JsonNode value = field.getValue();
      if (value.isObject() && !value.isEmpty()) {
        console.line(indent + name);
        lines(value, indent + "  ");
      } else if (!value.isEmpty() || value.isValueNode()) {
        String text = shown(field.getKey(), value);
        String gap = " ".repeat(width - name.length() + 2);
        console.line((indent + name + gap + TextWidth.harmless(text)).stripTrailing());
      }
    }
  }

  /** Numbers of bytes as people read them; a list as its items. */
  private static String shown(String name, JsonNode value) {
    if (value.isIntegralNumber() && BYTES.matcher(name).find()) {
      return Figures.bytes(value.asLong());
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? "yes" : "no";
    }
    if (value.isArray()) {
      StringJoiner items = new StringJoiner(", ");
      value.forEach(item -> items.add(item.isValueNode() ? item.asText() : item.toString()));
      return items.toString();
    }
    return value.asText();
  }

  private static String pretty(ObjectNode object) throws IOException {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(object);
  }
}
