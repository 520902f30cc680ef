package simile.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simile.connectors.OutputFiles;
import simile.query.Row;

/**
 * A part as one file a partition. Records are gathered, and written one partition after the other,
 * so that one file is open at a time; what is too much to gather becomes several volumes.
 */
final class PartitionedPart implements PartWriter {
  /** What is gathered, about. */
  private static final long MOST_BYTES = 160L << 20;

  /** What a row takes beside its bytes. */
  private static final int ROW_BYTES = 160;

  private final OutputFiles files;
  private final RowSinks sinks;
  private final int part;
  private final String stem;
  private final String suffix;
  private final PartitionFinder finder;
  private final Map<String, List<Row>> gathered = new TreeMap<>();
  private final List<PartFile> written = new ArrayList<>();
  private long bytes;
  private int volume;
  private boolean finished;

  /**
   * @param stem what the paths of its files begin with
   * @param suffix what they end with
   */
  PartitionedPart(
      OutputFiles files,
      RowSinks sinks,
      int part,
      String stem,
      String suffix,
      PartitionFinder.Factory finders) {
    this.files = files;
    this.sinks = sinks;
    this.part = part;
    this.stem = stem;
    this.suffix = suffix;
    this.finder = finders.make(this::gather);
  }

  @Override
  public void add(Row row) throws IOException {
    finder.add(row);
    bytes += row.utf8().length + ROW_BYTES + 4L * row.vector().map(v -> v.length).orElse(0);
    if (bytes >= MOST_BYTES) {
      write();
    }
  }

  private void gather(String folder, Row row) {
    gathered.computeIfAbsent(folder, f -> new ArrayList<>()).add(row);
  }

  private void write() throws IOException {
    finder.flush();
    for (Map.Entry<String, List<Row>> partition : gathered.entrySet()) {
      written.add(write(partition.getKey(), partition.getValue()));
    }
    gathered.clear();
    bytes = 0;
    volume++;
  }

  private PartFile write(String folder, List<Row> rows) throws IOException {
    String path = "%s-%06d%s".formatted(stem, written.size(), suffix);
    try (RowSink sink = sinks.open(path)) {
      for (Row row : rows) {
        sink.add(row);
      }
      String maxId = rows.get(rows.size() - 1).id();
      return PartFile.of(part, folder, volume, sink.finish(), rows.get(0).id(), maxId);
    }
  }

  @Override
  public List<PartFile> finish() throws IOException {
    write();
    finished = true;
    return written;
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      for (PartFile file : written) {
        files.delete(file.path());
      }
    }
  }
}
