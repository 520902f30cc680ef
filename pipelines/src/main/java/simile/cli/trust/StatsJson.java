package simile.cli.trust;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import simile.segment.FileKind;
import simile.stats.CollectionStats;
import simile.stats.FileTotals;
import simile.stats.LiveStats;
import simile.stats.StoreStats;

/** Figures as JSON, for programs. */
final class StatsJson {
  private StatsJson() {}

  static ObjectNode of(StoreStats stats) {
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", stats.version())
            .put("oldest_version", stats.oldest())
            .put("kept_versions", stats.kept())
            .put("tags", stats.tags())
            .put("log_files", stats.logFiles())
            .put("log_bytes", stats.logBytes());
    ArrayNode collections = object.putArray("collections");
    stats.collections().forEach(collection -> collections.add(of(collection)));
    return object;
  }

  private static ObjectNode of(CollectionStats stats) {
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("context", stats.key().context())
            .put("collection", stats.key().collection())
            .put("segments", stats.segments())
            .put("rows", stats.rows())
            .put("tombstones", stats.tombstones())
            .put("bytes", stats.files().all().bytes())
            .put("older_bytes", stats.olderBytes())
            .put("segments_per_id", stats.overlap().mean())
            .put("segments_per_id_max", stats.overlap().most())
            .put("overlapping_segments", stats.overlap().overlapping());
    ObjectNode files = object.putObject("files");
    for (FileKind kind : FileKind.values()) {
      FileTotals.Total total = stats.files().byKind().get(kind);
      if (total.files() > 0) {
        files.putObject(kind.key()).put("files", total.files()).put("bytes", total.bytes());
      }
    }
    stats.live().ifPresent(live -> put(object, live));
    return object;
  }

  private static void put(ObjectNode object, LiveStats live) {
    object
        .put("records", live.records())
        .put("dead_rows", live.deadRows())
        .put("record_bytes", live.recordBytes())
        .put("dead_bytes", live.deadBytes())
        .put("with_vectors", live.withVectors())
        .put("read_amplification", live.entriesPerRecord());
    object
        .putObject("compaction_debt")
        .put("rewrite_bytes", live.debt().rewriteBytes())
        .put("free_bytes", live.debt().freeBytes())
        .put("segments", live.debt().segmentsTooMany());
    ObjectNode quality = object.putObject("quality");
    ArrayNode tenths = quality.putArray("tenths");
    live.quality().tenths().forEach(tenths::add);
    quality.put("sum", live.quality().sum()).put("absent", live.quality().absent());
    put(object.putArray("source_domains"), live.sourceDomains());
    put(object.putArray("target_domains"), live.targetDomains());
  }

  private static void put(ArrayNode array, List<LiveStats.Common> domains) {
    for (LiveStats.Common domain : domains) {
      array.addObject().put("domain", domain.value()).put("records", domain.records());
    }
  }
}
