package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.OutputFormat;
import simile.cli.console.RecordPrinter;
import simile.cli.option.Target;
import simile.history.RecordEvent;
import simile.history.RecordHistory;
import simile.log.CollectionKey;
import simile.store.Store;

/** Prints what every version did to some records, latest first. */
final class RecordLife {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("id"),
          Column.number("version"),
          Column.text("effect"),
          Column.text("operation"),
          new Column("committed_at", "committed at", false),
          new Column("run_id", "run", false),
          Column.text("reason"),
          Column.text("record"));

  private RecordLife() {}

  static void print(Console console, OutputFormat format, Target target, List<String> ids)
      throws IOException {
    Store store = target.store().open();
    CollectionKey key = new CollectionKey(target.context(), target.collection());
    boolean found = false;
    try (RecordPrinter printer = RecordPrinter.of(format, console, COLUMNS)) {
      for (String id : ids) {
        for (RecordEvent event : RecordHistory.of(store, key, id)) {
          printer.print(row(id, event));
          found = true;
        }
      }
    }
    if (!found) {
      console.say("simile: no version that is kept has a record with this id");
    }
  }

  private static ObjectNode row(String id, RecordEvent event) throws IOException {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("version", event.version())
            .put("effect", event.effect().key())
            .put("operation", event.operation().key())
            .put("committed_at", event.committedAt().toString())
            .put("run_id", event.runId())
            .put("reason", event.reason().orElse(""));
    Optional<byte[]> record = event.record().map(r -> r.getBytes(UTF_8));
    if (record.isPresent()) {
      row.set("record", RecordPrinter.parsed(record.get(), 0, record.get().length));
    } else {
      row.putNull("record");
    }
    return row;
  }
}
