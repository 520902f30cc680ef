package simile.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simile.merge.SegmentSource;
import simile.merge.SegmentSources;
import simile.query.Explanation.FileUse;
import simile.query.Explanation.SegmentUse;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;

/** Tells what a query read, after it has. */
final class Explainer {
  private final SegmentSources sources;
  private final RowLook look;
  private final Map<String, SegmentSource> read = new HashMap<>();

  Explainer(SegmentSources sources, RowLook look) {
    this.sources = sources;
    this.look = look;
    sources.list().forEach(source -> read.put(source.segment().name(), source));
  }

  List<SegmentUse> explain(Plan plan) {
    return plan.segments().stream().map(this::segment).toList();
  }

  private SegmentUse segment(Plan.Step step) {
    Segment segment = step.live().segment();
    boolean isRead = step.skipped().isEmpty();
    String why =
        isRead
            ? step.cannotMatch().map(w -> Reasons.KEYS_ONLY + w).orElse(Reasons.MAY_MATCH)
            : step.skipped().get();
    return new SegmentUse(
        segment.name(),
        step.live().commit(),
        segment.rows(),
        segment.tombstones(),
        isRead,
        why,
        keys(segment, isRead, why),
        isRead ? files(read.get(segment.name()), step) : List.of());
  }

  private FileUse keys(Segment segment, boolean isRead, String why) {
    DataFile file = segment.file(FileKind.KEYS).orElseThrow();
    long bytes = isRead ? sources.bytesRead(file.path()) : 0;
    return new FileUse(file.path(), isRead, why, file.rows(), 0, 0, file.bytes(), bytes);
  }

  private List<FileUse> files(SegmentSource source, Plan.Step step) {
    List<String> paths = source.keys().files();
    Map<String, DataFile> byPath = new HashMap<>();
    source.segment().files(FileKind.JSONL).forEach(f -> byPath.put(f.path(), f));
    List<FileUse> uses = new ArrayList<>();
    for (int f = 0; f < paths.size(); f++) {
      int number = look.files().number(source, f);
      DataFile file = byPath.get(paths.get(f));
      uses.add(
          new FileUse(
              paths.get(f),
              look.seen().lookedAt(number) > 0,
              why(step, number),
              file == null ? 0 : file.rows(),
              look.seen().lookedAt(number),
              look.seen().matchedIn(number),
              file == null ? 0 : file.bytes(),
              look.bytesRead(paths.get(f))));
    }
    return uses;
  }

  private String why(Plan.Step step, int file) {
    if (step.cannotMatch().isPresent()) {
      return step.cannotMatch().get();
    }
    if (!look.seen().mayMatch(file)) {
      return Reasons.OTHER_PARTITION;
    }
    return look.seen().lookedAt(file) > 0 ? Reasons.LIVE_ROWS : Reasons.NO_LIVE_ROW;
  }
}
