package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.log.CommitLog;
import simile.log.ContractRef;
import simile.report.Figures;
import simile.segment.DataFile;
import simile.store.CollectionSnapshot;

/** Sums up what a version of a collection is made of. */
final class InspectPrinter {

  private final Console console;

  InspectPrinter(Console console) {
    this.console = console;
  }

  void print(OutputFormat format, String store, CollectionSnapshot snapshot) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object
        .put("store", store)
        .put("format_version", CommitLog.FORMAT_VERSION)
        .put("version", snapshot.version())
        .put("context", snapshot.key().context())
        .put("collection", snapshot.key().collection());
    contract(object.putObject("contract"), snapshot.contract());
    snapshot.schema().partitionBy().ifPresent(by -> object.put("partition_by", by));
    snapshot.schema().dimension().ifPresent(d -> object.put("dimension", d));
    CollectionSize size = CollectionSize.of(snapshot.segments());
    object
        .put("segments", size.segments())
        .put("rows", size.rows())
        .put("tombstones", size.tombstones())
        .put("files", size.files());
    boolean forPeople = format == OutputFormat.TABLE;
    if (forPeople) {
      object.put("bytes", Figures.bytes(size.bytes()));
    } else {
      object.put("bytes", size.bytes());
    }
    kinds(object.putObject("by_kind"), snapshot, forPeople);
    new FieldsPrinter(console).print(format, object);
  }

  private static void contract(ObjectNode object, ContractRef contract) {
    object
        .put("id", contract.id())
        .put("version", contract.version())
        .put("sha256", contract.sha256())
        .put("path", contract.path());
  }

  private static void kinds(ObjectNode object, CollectionSnapshot snapshot, boolean forPeople) {
    SortedMap<String, long[]> sums = new TreeMap<>();
    snapshot.segments().stream()
        .flatMap(live -> live.segment().files().stream())
        .forEach(file -> add(file, sums));
    sums.forEach(
        (kind, sum) -> {
          if (forPeople) {
            object.put(kind, Figures.counted(sum[0], "file") + ", " + Figures.bytes(sum[1]));
          } else {
            object.putObject(kind).put("files", sum[0]).put("bytes", sum[1]);
          }
        });
  }

  private static void add(DataFile file, SortedMap<String, long[]> sums) {
    long[] sum = sums.computeIfAbsent(file.kind().key(), kind -> new long[2]);
    sum[0]++;
    sum[1] += file.bytes();
  }
}
