package simile.stats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import simile.files.StoreFiles;
import simile.json.StoredJson;
import simile.keys.KeyCursor;
import simile.merge.KeyMerge;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.merge.SegmentSources;
import simile.record.IdRange;
import simile.segment.BlockTable;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.LiveSegment;
import simile.segment.SegmentSize;

/** Merges the key files of a collection and reads each live record once. */
final class LiveScan {
  private static final String QUALITY = "quality_score";
  private static final String SOURCE = "source_domain";
  private static final String TARGET = "target_domain";

  private final JsonFactory json = StoredJson.parsers();
  private final StoreFiles files;
  private final List<LiveSegment> segments;
  private final OptionalInt dimension;
  private final Map<String, Long> liveBySegment = new HashMap<>();
  private final Map<String, Long> sizeBySegment = new HashMap<>();
  private final Histogram.Counter quality = new Histogram.Counter();
  private final ValueCounter sources = new ValueCounter();
  private final ValueCounter targets = new ValueCounter();
  private long records;
  private long recordBytes;
  private long lineBytes;
  private long withVectors;

  /**
   * @param dimension of the collection's vectors
   */
  LiveScan(StoreFiles files, List<LiveSegment> segments, OptionalInt dimension) {
    this.files = files;
    this.segments = segments;
    this.dimension = dimension;
  }

  LiveStats run() throws IOException {
    try (SegmentSources opened = SegmentSources.open(files, segments);
        RowReader rows = new RowReader(files)) {
      opened.list().forEach(this::measure);
      KeyMerge merge = KeyMerge.of(opened.list(), IdRange.ALL);
      while (merge.next()) {
        KeyCursor at = merge.cursor();
        if (!at.isDeletion()) {
          live(merge.source(), at, rows);
        }
      }
    }
    long all = segments.stream().mapToLong(live -> live.segment().rows()).sum();
    long entries = all + segments.stream().mapToLong(live -> live.segment().tombstones()).sum();
    return new LiveStats(
        records,
        all - records,
        recordBytes,
        lineBytes - recordBytes,
        records == 0 ? 0 : (double) entries / records,
        withVectors,
        debt(),
        quality.histogram(),
        sources.commonest(),
        targets.commonest());
  }

  private void live(SegmentSource source, KeyCursor at, RowReader rows) throws IOException {
    records++;
    recordBytes += at.length() + 1L;
    withVectors += at.hasVector() ? 1 : 0;
    liveBySegment.merge(source.segment().name(), 1L, Long::sum);
    rows.locate(source, at);
    try (JsonParser parser = json.createParser(rows.bytes(), rows.start(), rows.length())) {
      parser.nextToken();
      fields(parser);
    }
  }

  private void fields(JsonParser parser) throws IOException {
    boolean hasQuality = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals(QUALITY) && token.isNumeric()) {
        hasQuality = true;
        quality.add(parser.getDoubleValue());
      } else if (name.equals(SOURCE) && token == JsonToken.VALUE_STRING) {
        sources.add(Optional.of(parser.getText()));
      } else if (name.equals(TARGET) && token == JsonToken.VALUE_STRING) {
        targets.add(Optional.of(parser.getText()));
      } else {
        parser.skipChildren();
      }
    }
    if (!hasQuality) {
      quality.addAbsent();
    }
  }

  private void measure(SegmentSource source) {
    long bytes = lineBytes(source);
    lineBytes += bytes;
    sizeBySegment.put(source.segment().name(), SegmentSize.of(source.segment(), bytes, dimension));
  }

  private static long lineBytes(SegmentSource source) {
    Map<String, DataFile> byPath = new HashMap<>();
    source.segment().files(FileKind.JSONL).forEach(file -> byPath.put(file.path(), file));
    long bytes = 0;
    for (int f = 0; f < source.keys().files().size(); f++) {
      BlockTable table = source.keys().tables().get(f);
      bytes +=
          table.isEmpty()
              ? byPath.get(source.keys().files().get(f)).bytes()
              : table.uncompressedBytes();
    }
    return bytes;
  }

  private Debt debt() {
    long rewrite = 0;
    long free = 0;
    double stays = 0;
    for (LiveSegment live : segments) {
      long bytes = live.segment().files().stream().mapToLong(DataFile::bytes).sum();
      long entries = live.segment().rows() + live.segment().tombstones();
      long kept = liveBySegment.getOrDefault(live.segment().name(), 0L);
      double share = (double) kept / entries;
      boolean meets =
          segments.stream()
              .anyMatch(
                  other ->
                      Overlap.isOther(live, other)
                          && Overlap.meets(live.segment(), other.segment()));
      stays += sizeBySegment.get(live.segment().name()) * share;
      free += (long) (bytes * (1 - share));
      rewrite += meets || kept < entries ? bytes : 0;
    }
    long needed = (long) Math.ceil(stays / SegmentSize.TARGET_BYTES);
    return new Debt(rewrite, free, Math.max(0, segments.size() - needed));
  }
}
