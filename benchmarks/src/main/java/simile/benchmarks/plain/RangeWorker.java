package simile.benchmarks.plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simile.benchmarks.plain.Stages.Moment;
import simile.benchmarks.plain.Stages.Stage;

/** Turns ranges into files, one after the other, with memory that it keeps. One for each thread. */
final class RangeWorker {
  private static final int BUFFER_BYTES = 1 << 18;

  private final PlainJob job;
  private final Flusher flusher;
  private final Stages stages;
  private final LineParser parser = new LineParser();
  private final Slab slab = new Slab();
  private final Rows rows = new Rows();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

  RangeWorker(PlainJob job, Flusher flusher, Stages stages) {
    this.job = job;
    this.flusher = flusher;
    this.stages = stages;
  }

  List<Written> work(FileChannel input, int range) throws IOException {
    Path root = job.output();
    String segment = "range-%06d".formatted(range);
    List<Written> written = new ArrayList<>();
    Moment time = stages.now();
    long start = range * job.rangeBytes();
    slab.read(input, start, start + job.rangeBytes());
    time = stages.add(Stage.READ, time);
    parser.parse(slab, rows);
    time = stages.add(Stage.PARSE, time);
    if (rows.count() == 0) {
      return written;
    }
    int[] order = Order.latestById(slab, rows);
    time = stages.add(Stage.SORT, time);
    Places places =
        new JsonlFiles(root, segment, buffer, flusher).write(slab, rows, order, written);
    time = stages.add(Stage.JSONL, time);
    written.add(new KeyFile(root, segment, buffer, flusher).write(slab, rows, order, places));
    stages.add(Stage.KEYS, time);
    if (job.sqlite()) {
      written.add(new SqliteShard(root, segment, buffer, flusher, stages).write(slab, rows, order));
    }
    return written;
  }
}
