package simile.cli.trust;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import simile.report.Figures;
import simile.segment.FileKind;
import simile.stats.CollectionStats;
import simile.stats.FileTotals;
import simile.stats.LiveStats;
import simile.stats.StoreStats;

/** Figures as names and values, for people. */
final class StatsTable {
  private static final int DOMAINS = 5;

  private StatsTable() {}

  static ObjectNode of(StoreStats stats) {
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", stats.version())
            .put("kept", "%d versions, from %d on".formatted(stats.kept(), stats.oldest()))
            .put("tags", stats.tags())
            .put("log", files(stats.logFiles(), stats.logBytes()));
    for (CollectionStats collection : stats.collections()) {
      String name = collection.key().context() + "/" + collection.key().collection();
      put(object.putObject(name), collection);
    }
    return object;
  }

  private static void put(ObjectNode object, CollectionStats stats) {
    stats
        .live()
        .ifPresent(
            live ->
                object
                    .put("records", "%d (%s)".formatted(live.records(), bytes(live.recordBytes())))
                    .put("dead_rows", "%d (%s)".formatted(live.deadRows(), bytes(live.deadBytes())))
                    .put("with_vectors", live.withVectors()));
    object.put("rows", stats.rows()).put("tombstones", stats.tombstones());
    object.put(
        "segments",
        "%d, %d of them overlap".formatted(stats.segments(), stats.overlap().overlapping()));
    object.put(
        "segments_per_id",
        "%s on average, at most %d"
            .formatted(decimal(stats.overlap().mean()), stats.overlap().most()));
    FileTotals.Total all = stats.files().all();
    object.put("files", files(all.files(), all.bytes()));
    for (FileKind kind : FileKind.values()) {
      FileTotals.Total total = stats.files().byKind().get(kind);
      if (total.files() > 0) {
        object.put("__" + kind.key(), files(total.files(), total.bytes()));
      }
    }
    object.put("older_versions", bytes(stats.olderBytes()));
    stats.live().ifPresent(live -> put(object, live));
  }

  private static void put(ObjectNode object, LiveStats live) {
    object.put(
        "read_amplification", decimal(live.entriesPerRecord()) + " entries for each live record");
    object.put(
        "compaction_debt",
        "rewrites %s, frees about %s, saves %s"
            .formatted(
                bytes(live.debt().rewriteBytes()),
                bytes(live.debt().freeBytes()),
                Figures.counted(live.debt().segmentsTooMany(), "segment")));
    if (live.quality().count() > 0) {
      object.put(
          "quality_by_tenths",
          live.quality().tenths().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    put(object, "source_domains", live.sourceDomains());
    put(object, "target_domains", live.targetDomains());
  }

  private static void put(ObjectNode object, String name, List<LiveStats.Common> domains) {
    if (!domains.isEmpty()) {
      object.put(
          name,
          domains.stream()
              .limit(DOMAINS)
              .map(domain -> domain.value() + " " + domain.records())
              .collect(Collectors.joining(", ")));
    }
  }

  private static String files(long files, long bytes) {
    return "%d (%s)".formatted(files, bytes(bytes));
  }

  private static String bytes(long bytes) {
    return Figures.bytes(bytes);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
