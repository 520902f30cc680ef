package simile.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simile.log.CollectionKey;
import simile.segment.FileKind;

/** Figures in Prometheus' text format, version 0.0.4. */
public final class PrometheusText {
  /** What the format calls itself. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<String, List<String>> families = new LinkedHashMap<>();

  private PrometheusText() {}

  /** All figures; lines end with a line feed. */
  public static String of(StoreStats stats) {
    PrometheusText text = new PrometheusText();
    text.gauge("simile_version", "Newest version of the store.", "", stats.version());
    text.gauge("simile_oldest_version", "Oldest version that is kept.", "", stats.oldest());
    text.gauge("simile_kept_versions", "Versions that are kept.", "", stats.kept());
    text.gauge("simile_tags", "Tags.", "", stats.tags());
    text.gauge("simile_log_files", "Entries and checkpoints of the log.", "", stats.logFiles());
    text.gauge("simile_log_bytes", "Bytes of the log.", "", stats.logBytes());
    stats.collections().forEach(text::collection);
    StringBuilder all = new StringBuilder();
    text.families.values().forEach(lines -> lines.forEach(line -> all.append(line).append('\n')));
    return all.toString();
  }

  private void collection(CollectionStats stats) {
    String of = labels(stats.key());
    gauge("simile_segments", "Live segments.", of, stats.segments());
    gauge("simile_rows", "Records in live segments, dead ones included.", of, stats.rows());
    gauge("simile_tombstones", "Tombstones in live segments.", of, stats.tombstones());
    for (FileKind kind : FileKind.values()) {
      FileTotals.Total total = stats.files().byKind().get(kind);
      String byKind = of + ",kind=\"" + kind.key() + "\"";
      gauge("simile_files", "Files of live segments.", byKind, total.files());
      gauge("simile_file_bytes", "Bytes of files of live segments.", byKind, total.bytes());
    }
    gauge(
        "simile_older_bytes",
        "Bytes of files that only older kept versions need.",
        of,
        stats.olderBytes());
    gauge(
        "simile_segments_per_id",
        "Segments whose range holds an id, on average.",
        of,
        stats.overlap().mean());
    gauge(
        "simile_segments_per_id_max",
        "Segments whose range holds an id, at most.",
        of,
        stats.overlap().most());
    stats.live().ifPresent(live -> live(live, of));
  }

  private void live(LiveStats live, String of) {
    gauge("simile_records", "Live records.", of, live.records());
    gauge("simile_dead_rows", "Rows that later ones or deletions hide.", of, live.deadRows());
    gauge("simile_record_bytes", "Bytes of live records.", of, live.recordBytes());
    gauge("simile_dead_bytes", "Bytes of dead rows.", of, live.deadBytes());
    gauge("simile_vectors", "Live records with a vector.", of, live.withVectors());
    gauge(
        "simile_read_amplification",
        "Entries that a scan reads for each live record.",
        of,
        live.entriesPerRecord());
    gauge(
        "simile_compaction_debt_rewrite_bytes",
        "Bytes that a full compaction would rewrite.",
        of,
        live.debt().rewriteBytes());
    gauge(
        "simile_compaction_debt_free_bytes",
        "Bytes that a full compaction would free, estimated.",
        of,
        live.debt().freeBytes());
    gauge(
        "simile_compaction_debt_segments",
        "Segments that a full compaction would save.",
        of,
        live.debt().segmentsTooMany());
    quality(live.quality(), of);
    domains("source", live.sourceDomains(), of);
    domains("target", live.targetDomains(), of);
  }

  private void quality(Histogram quality, String of) {
    String name = "simile_quality_score";
    List<String> lines = family(name, "Quality of live records.", "histogram");
    long below = 0;
    for (int tenth = 0; tenth < quality.tenths().size(); tenth++) {
      below += quality.tenths().get(tenth);
      String bound = (tenth + 1) / 10.0 + "";
      lines.add("%s_bucket{%s,le=\"%s\"} %d".formatted(name, of, bound, below));
    }
    lines.add("%s_bucket{%s,le=\"+Inf\"} %d".formatted(name, of, below));
    lines.add("%s_sum{%s} %s".formatted(name, of, quality.sum()));
    lines.add("%s_count{%s} %d".formatted(name, of, below));
  }

  private void domains(String side, List<LiveStats.Common> domains, String of) {
    for (LiveStats.Common domain : domains) {
      gauge(
          "simile_" + side + "_domain_records",
          "Live records by " + side + " domain, the commonest only.",
          of + ",domain=\"" + escaped(domain.value()) + "\"",
          domain.records());
    }
  }

  private void gauge(String name, String help, String labels, long value) {
    sample(name, help, labels, Long.toString(value));
  }

  private void gauge(String name, String help, String labels, double value) {
    sample(name, help, labels, Double.toString(value));
  }

  private void sample(String name, String help, String labels, String value) {
    family(name, help, "gauge")
        .add(name + (labels.isEmpty() ? "" : "{" + labels + "}") + " " + value);
  }

  /** All lines of a metric stand together, after what it is. */
  private List<String> family(String name, String help, String type) {
    return families.computeIfAbsent(
        name,
        n -> new ArrayList<>(List.of("# HELP " + n + " " + help, "# TYPE " + n + " " + type)));
  }

  private static String labels(CollectionKey key) {
    return "context=\"%s\",collection=\"%s\""
        .formatted(escaped(key.context()), escaped(key.collection()));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
