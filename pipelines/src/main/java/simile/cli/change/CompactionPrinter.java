package simile.cli.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.cli.console.RecordPrinter;
import simile.compact.CompactionDetails;
import simile.compact.Group;
import simile.jobs.compact.CompactionSummary;
import simile.log.Change;
import simile.log.Commit;
import simile.report.Figures;

/** Prints what a compaction would do, or did. */
final class CompactionPrinter {
  private static final List<Column> PLAN =
      List.of(
          Column.number("group"),
          Column.text("context"),
          Column.text("collection"),
          Column.number("segments"),
          Column.number("rows"),
          Column.number("live"),
          Column.number("dead"),
          Column.bytes("bytes"),
          Column.number("ranges"),
          Column.text("why"));

  private final Console console;

  CompactionPrinter(Console console) {
    this.console = console;
  }

  void plan(OutputFormat format, List<Group> groups) throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format, console, PLAN)) {
      for (Group group : groups) {
        printer.print(row(group));
      }
    }
  }

  private static ObjectNode row(Group group) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("group", group.number())
        .put("context", group.context())
        .put("collection", group.collection())
        .put("segments", group.segments().size())
        .put("rows", group.size().entries())
        .put("live", group.size().live())
        .put("dead", group.size().dead())
        .put("bytes", group.size().bytes())
        .put("ranges", group.ranges().size())
        .put("why", group.why());
  }

  void summary(OutputFormat format, CompactionSummary summary) throws IOException {
    new FieldsPrinter(console)
        .print(format, format == OutputFormat.TABLE ? forPeople(summary) : object(summary));
  }

  private static ObjectNode object(CompactionSummary summary) {
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("run_id", summary.runId())
            .put("groups", summary.commits().size())
            .put("groups_yielded", summary.yielded().size())
            .put("rows", summary.rows())
            .put("rows_superseded", summary.number(CompactionDetails.SUPERSEDED))
            .put("deletions_dropped", summary.number(CompactionDetails.TOMBSTONES_DROPPED))
            .put("deletions_kept", summary.number(CompactionDetails.TOMBSTONES_KEPT))
            .put("segments_before", summary.number(CompactionDetails.SEGMENTS_BEFORE))
            .put("segments_after", summary.number(CompactionDetails.SEGMENTS_AFTER))
            .put("files_before", summary.number(CompactionDetails.FILES_BEFORE))
            .put("files_after", summary.number(CompactionDetails.FILES_AFTER))
            .put("bytes_before", summary.bytesBefore())
            .put("bytes_after", summary.bytesAfter())
            .put("runner", summary.runner());
    ArrayNode commits = object.putArray("commits");
    summary.commits().forEach(commit -> commits.add(commit(commit)));
    return object;
  }

  private static ObjectNode commit(Commit commit) {
    Change change = commit.changes().get(0);
    return JsonNodeFactory.instance
        .objectNode()
        .put("version", commit.version())
        .put("context", change.context())
        .put("collection", change.collection())
        .put("segments_before", change.removes().size())
        .put("segments_after", change.adds().size())
        .put("rows", commit.counts().rows())
        .put("why", commit.details().getOrDefault(CompactionDetails.WHY, ""));
  }

  private static ObjectNode forPeople(CompactionSummary summary) {
    long superseded = summary.number(CompactionDetails.SUPERSEDED);
    long dropped = summary.number(CompactionDetails.TOMBSTONES_DROPPED);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("run", summary.runId());
    object.put("groups", groups(summary));
    object.put("rows", Figures.count(summary.rows()) + " live");
    object.put(
        "left out",
        Figures.count(superseded) + " superseded, " + Figures.counted(dropped, "deletion"));
    object.put(
        "segments",
        change(
            summary.number(CompactionDetails.SEGMENTS_BEFORE),
            summary.number(CompactionDetails.SEGMENTS_AFTER)));
    object.put(
        "files",
        change(
            summary.number(CompactionDetails.FILES_BEFORE),
            summary.number(CompactionDetails.FILES_AFTER)));
    object.put(
        "bytes",
        Figures.bytes(summary.bytesBefore()) + " to " + Figures.bytes(summary.bytesAfter()));
    object.put("next", "older versions need the replaced files until a vacuum gives them up");
    return object;
  }

  private static String groups(CompactionSummary summary) {
    String versions =
        summary.commits().isEmpty()
            ? ""
            : ", up to version " + summary.commits().get(summary.commits().size() - 1).version();
    String yielded =
        summary.yielded().isEmpty()
            ? ""
            : "; " + Figures.count(summary.yielded().size()) + " left to the next compaction";
    return Figures.count(summary.commits().size()) + " replaced" + versions + yielded;
  }

  private static String change(long before, long after) {
    return Figures.count(before) + " to " + Figures.count(after);
  }
}
