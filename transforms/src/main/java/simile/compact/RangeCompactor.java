package simile.compact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.layout.Layout;
import simile.layout.Names;
import simile.merge.KeyMerge;
import simile.merge.SegmentSources;
import simile.record.IdDigest;
import simile.record.IdRange;
import simile.record.RecordBatch;
import simile.segment.DataFile;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.segment.write.SegmentWriter;
import simile.segment.write.Stages;

/**
 * Turns a range of a group into segments: merge the keys, fetch what is live, write. Nothing that
 * it writes can be seen before a commit names it. Used by one thread for many ranges.
 *
 * <p>Memory: the rows of one segment (the target and a quarter) and what writing them takes, the
 * indexes of the key files that meet the range, and about 500 bytes an entry of one segment.
 */
public final class RangeCompactor {
  private final StoreFiles files;
  private final String runId;
  private final CompactionRules rules;
  private final RandomGenerator random;
  private final KnownVectors vectors;

  /**
   * Prepares the work.
   *
   * @param random names attempts
   */
  public RangeCompactor(
      StoreFiles files, String runId, CompactionRules rules, RandomGenerator random) {
    this.files = files;
    this.runId = runId;
    this.rules = rules;
    this.random = random;
    this.vectors = new KnownVectors(files);
  }

  /**
   * Compacts a range. Where that fails, the segments of this attempt are deleted again.
   *
   * @throws simile.merge.CorruptRowException if a row is not what was written
   * @throws IOException if the store cannot be read or written
   */
  public RangeResult compact(GroupInput input, int range) throws IOException {
    Group group = input.group();
    String attempt = HexFormat.of().toHexDigits(random.nextInt());
    Work work =
        new Work(
            input, "%s-%03d-%05d".formatted(Names.fileStem(runId), group.number(), range), attempt);
    try {
      RangeTally tally = work.run(group.ranges().get(range));
      return new RangeResult(
          group.number(),
          range,
          attempt,
          List.copyOf(work.segments),
          tally,
          new TreeMap<>(work.stages.nanos()));
    } catch (IOException | RuntimeException e) {
      List<DataFile> made = work.segments.stream().flatMap(s -> s.files().stream()).toList();
      FailedWrite.discard(files, made.stream().map(DataFile::path).toList(), e);
      throw e;
    }
  }

  /** One range. */
  private final class Work {
    private final GroupInput input;
    private final String stem;
    private final String attempt;
    private final Surroundings surroundings;
    private final SegmentWriter writer;
    private final Stages stages = new Stages();
    private final List<Segment> segments = new ArrayList<>();
    private final IdDigest ids = new IdDigest();
    private long entries;
    private long rows;
    private long superseded;
    private long kept;
    private long dropped;

    Work(GroupInput input, String stem, String attempt) {
      this.input = input;
      this.stem = stem;
      this.attempt = attempt;
      surroundings = new Surroundings(input.others());
      Group group = input.group();
      String folder = Layout.collection(group.context(), group.collection());
      writer = new SegmentWriter(files, folder, group.options(), stages);
    }

    RangeTally run(IdRange range) throws IOException {
      List<LiveSegment> met =
          input.inputs().stream()
              .filter(l -> range.overlaps(l.segment().minId(), l.segment().maxId()))
              .toList();
      try (SegmentSources sources = SegmentSources.open(files, met)) {
        KeyMerge merge = KeyMerge.of(sources.list(), range);
        LiveSet live = new LiveSet(input.schema());
        boolean more = true;
        while (more || !live.isEmpty()) {
          if (more) {
            more = stages.time("merge", () -> collect(merge, live));
          }
          LiveSet next = more ? live.first(rules.targetBytes()) : live.evenPart(rules.mostBytes());
          write(next, sources);
        }
      }
      return new RangeTally(entries, rows, superseded, kept, dropped, ids.toString());
    }

    /**
     * Collects entries for two segments, so that no small rest is left for a last one.
     *
     * @return false at the end of the range
     */
    private boolean collect(KeyMerge merge, LiveSet live) throws IOException {
      while (live.bytes() < 2 * rules.mostBytes()) {
        if (!merge.next()) {
          return false;
        }
        entries += 1 + merge.older();
        superseded += merge.older();
        if (!merge.cursor().isDeletion()) {
          rows++;
          ids.add(merge.cursor().idBytes(), 0, merge.cursor().idLength());
          live.add(merge.entry());
        } else if (surroundings.mayHold(merge.cursor())) {
          kept++;
          live.add(merge.entry());
        } else {
          dropped++;
        }
      }
      return true;
    }

    private void write(LiveSet live, SegmentSources sources) throws IOException {
      RecordBatch batch =
          stages.time("read", () -> live.fetch(files, sources.list(), input, vectors));
      String name = "%s-%02d-%s".formatted(stem, segments.size(), attempt);
      writer.write(name, batch).ifPresent(segments::add);
    }
  }
}
