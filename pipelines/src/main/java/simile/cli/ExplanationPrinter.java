package simile.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.cli.console.RecordPrinter;
import simile.query.Explanation;
import simile.query.Explanation.FileUse;
import simile.query.Explanation.SegmentUse;

/**
 * Prints what a query read: for people each segment, and its files by what became of them; as JSON
 * one object with everything; else a row for each file.
 */
final class ExplanationPrinter {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("segment"),
          Column.number("version"),
          Column.text("file"),
          Column.text("read"),
          Column.number("rows"),
          new Column("rows_looked_at", "rows looked at", true),
          new Column("records_found", "records found", true),
          Column.bytes("bytes"),
          new Column("bytes_read", "bytes read", true, Column.Shown.BYTES),
          Column.text("why"));

  private final Console console;

  ExplanationPrinter(Console console) {
    this.console = console;
  }

  void print(OutputFormat format, Explanation explanation) throws IOException {
    switch (format) {
      case JSON -> new FieldsPrinter(console).print(format, json(explanation));
      case TABLE -> {
        printRows(format, groups(explanation));
        new FieldsPrinter(console).print(format, totals(explanation));
      }
      default -> printRows(format, files(explanation));
    }
  }

  private void printRows(OutputFormat format, List<ObjectNode> rows) throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format, console, COLUMNS)) {
      for (ObjectNode row : rows) {
        printer.print(row);
      }
    }
  }

  private static ObjectNode totals(Explanation e) {
    ObjectNode totals = JsonNodeFactory.instance.objectNode();
    totals.put("version", e.version());
    totals.put("records_found", e.rows());
    totals.put("segments", e.segments().size());
    totals.put("segments_read", e.segmentsRead());
    totals.put("files_read", e.filesRead());
    totals.put("rows_looked_at", e.rowsLookedAt());
    totals.put("bytes_read", e.bytesRead());
    return totals;
  }

  private static ObjectNode json(Explanation e) {
    ObjectNode object = totals(e);
    ArrayNode segments = object.putArray("segment_uses");
    for (SegmentUse segment : e.segments()) {
      ObjectNode node = segments.addObject();
      node.put("segment", segment.name()).put("version", segment.commit());
      node.put("rows", segment.rows()).put("tombstones", segment.tombstones());
      node.put("read", segment.isRead()).put("why", segment.why());
      node.set("key_file", file(segment.keys()));
      ArrayNode files = node.putArray("files");
      segment.files().forEach(use -> files.add(file(use)));
    }
    return object;
  }

  private static List<ObjectNode> files(Explanation e) {
    List<ObjectNode> rows = new ArrayList<>();
    for (SegmentUse segment : e.segments()) {
      rows.add(row(segment, segment.keys().path(), segment.keys()));
      segment.files().forEach(use -> rows.add(row(segment, use.path(), use)));
    }
    return rows;
  }

  /** A row for each key file, and for the JSONL files of a segment that have the same reason. */
  private static List<ObjectNode> groups(Explanation e) {
    List<ObjectNode> rows = new ArrayList<>();
    for (SegmentUse segment : e.segments()) {
      rows.add(row(segment, "key file", segment.keys()));
      Map<String, List<FileUse>> byReason = new LinkedHashMap<>();
      segment
          .files()
          .forEach(f -> byReason.computeIfAbsent(f.why(), w -> new ArrayList<>()).add(f));
      byReason.forEach((why, files) -> rows.add(row(segment, files.size() + " JSONL", sum(files))));
    }
    return rows;
  }

  private static FileUse sum(List<FileUse> files) {
    return files.stream()
        .reduce(
            (a, b) ->
                new FileUse(
                    a.path(),
                    a.isRead(),
                    a.why(),
                    a.rows() + b.rows(),
                    a.rowsLookedAt() + b.rowsLookedAt(),
                    a.rowsFound() + b.rowsFound(),
                    a.bytes() + b.bytes(),
                    a.bytesRead() + b.bytesRead()))
        .orElseThrow();
  }

  private static ObjectNode row(SegmentUse segment, String name, FileUse use) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("segment", segment.name()).put("version", segment.commit()).put("file", name);
    return fill(row, use);
  }

  private static ObjectNode file(FileUse use) {
    return fill(JsonNodeFactory.instance.objectNode().put("path", use.path()), use);
  }

  private static ObjectNode fill(ObjectNode node, FileUse use) {
    node.put("read", use.isRead());
    node.put("rows", use.rows());
    node.put("rows_looked_at", use.rowsLookedAt());
    node.put("records_found", use.rowsFound());
    node.put("bytes", use.bytes());
    node.put("bytes_read", use.bytesRead());
    return node.put("why", use.why());
  }
}
