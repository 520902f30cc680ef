package simile.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablePrinterTest {
  private static final List<Column> COLUMNS = List.of(Column.text("name"), Column.number("n"));

  @Test
  void noLineIsWiderThanTheTerminal() throws IOException {
    String table = table(new Terminal(true, true, 20, false), "x".repeat(90), "心".repeat(90));
    assertThat(table.lines().map(TextWidth::of).toList(), everyItem(lessThanOrEqualTo(20)));
    assertThat(table, containsString("…"));
  }

  @Test
  void wideCharactersStayAligned() throws IOException {
    assertThat(table(Terminal.NONE, "heart", "心臓"), is("name   n\nheart  0\n心臓   1\n"));
  }

  @Test
  void coloursOnlyWhereTheyAreWanted() throws IOException {
    assertThat(table(Terminal.NONE, "a"), not(containsString("\u001b")));
    assertThat(table(new Terminal(true, true, 80, true), "a"), containsString("\u001b[1mname"));
  }

  @Test
  void rowsBeyondTheSampleAreCutToItsWidths() throws IOException {
    String[] names = new String[600];
    java.util.Arrays.fill(names, "ab");
    names[599] = "much longer than the others";
    List<String> lines = table(Terminal.NONE, names).lines().toList();
    assertThat(lines.size(), is(601));
    assertThat(lines.get(600), is("muc…  599"));
  }

  @Test
  void tableWithoutRowsHasItsTitles() throws IOException {
    assertThat(table(Terminal.NONE), is("name  n\n"));
  }

  private static String table(Terminal terminal, String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = Console.of(out, out, terminal);
    try (RecordPrinter printer = RecordPrinter.of(OutputFormat.TABLE, console, COLUMNS)) {
      for (int i = 0; i < names.length; i++) {
        printer.print(JsonNodeFactory.instance.objectNode().put("name", names[i]).put("n", i));
      }
    }
    return out.toString(UTF_8);
  }
}
