package simile.proof.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import simile.connectors.OutputFiles;
import simile.export.ExportFormat;
import simile.export.ExportManifest;
import simile.export.OutputPlace;
import simile.proof.Folders;
import simile.proof.PlainExport;
import simile.proof.Stored;
import simile.record.Utf8Order;
import simile.store.AsOf;
import simile.store.Store;

/**
 * An export that is to crash: its kind is {@code folder}, {@code partitions}, {@code file}, {@code
 * overwrite} or {@code sqlite}.
 *
 * @param store what is exported
 * @param place a folder that is empty at first
 */
record Scene(String kind, Path store, Path place) {
  static final List<String> KINDS = List.of("folder", "partitions", "file", "overwrite", "sqlite");

  /** Makes what is there before. */
  void begin() throws IOException {
    if (kind.equals("overwrite")) {
      Store before = Store.open(store.toString());
      PlainExport.of(before, ExportFormat.CSV, place).withRun("before").run();
    }
  }

  PlainExport export() throws IOException {
    Store opened = Store.open(store.toString());
    PlainExport jsonl = PlainExport.of(opened, ExportFormat.JSONL, place);
    return switch (kind) {
      case "folder" -> jsonl;
      case "partitions" -> jsonl.partitionedBy("source_domain");
      case "file" -> jsonl.toFile("out.jsonl");
      case "overwrite" -> jsonl.overwriting();
      default -> PlainExport.of(opened, ExportFormat.SQLITE, place).toFile("out.sqlite");
    };
  }

  /** Nothing is there that looks complete and is not; the next export ends well. */
  void requireSafe(String where) throws IOException {
    boolean complete = isComplete();
    if (complete) {
      requireWhole(where);
    }
    PlainExport next = complete ? export().overwriting() : export();
    OutputFiles files = OutputFiles.at(place.toString());
    OutputPlace found = OutputPlace.look(files, next.output());
    assertThat(where + ": " + found, found instanceof OutputPlace.Taken, is(false));
    for (String leftover : found.leftovers()) {
      files.delete(leftover);
    }
    next.withRun("next").run();
    requireWhole(where + ", next");
    for (String leftover : OutputPlace.look(files, next.output()).leftovers()) {
      files.delete(leftover); // as the job does
    }
    assertThat(where, files.list(next.output().unfinished()), empty());
  }

  private boolean isComplete() throws IOException {
    return Files.exists(
        place.resolve(
            switch (kind) {
              case "file" -> "out.jsonl";
              case "sqlite" -> "out.sqlite";
              default -> ExportManifest.FILE;
            }));
  }

  private void requireWhole(String where) throws IOException {
    TreeMap<String, String> records = new TreeMap<>(Utf8Order::compare);
    records.putAll(Stored.analogies(store, AsOf.latest(), true));
    if (kind.equals("sqlite")) {
      assertThat(where, Exported.table(place.resolve("out.sqlite")).size(), is(records.size()));
    } else if (kind.equals("overwrite") && hasCsv()) {
      assertThat(where, Folders.list(place).contains(ExportManifest.FILE), is(true));
    } else {
      List<String> lines = Exported.lines(kind.equals("file") ? place.resolve("out.jsonl") : place);
      assertThat(
          where,
          lines.stream().sorted().toList(),
          equalTo(records.values().stream().sorted().toList()));
    }
  }

  private boolean hasCsv() throws IOException {
    return Folders.list(place).stream()
        .anyMatch(name -> name.startsWith("part-") && name.endsWith(".csv"));
  }
}
