package simile.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.query.Row;

/** A part as one file. */
final class WholePart implements PartWriter {
  private final RowSinks sinks;
  private final int part;
  private final String path;
  private final boolean piece;
  private Optional<RowSink> sink = Optional.empty();
  private String minId = "";
  private String maxId = "";

  /**
   * @param part its number
   * @param piece whether the file will be joined with others
   */
  WholePart(RowSinks sinks, int part, String path, boolean piece) {
    this.sinks = sinks;
    this.part = part;
    this.path = path;
    this.piece = piece;
  }

  @Override
  public void add(Row row) throws IOException {
    if (sink.isEmpty()) {
      sink = Optional.of(piece ? sinks.openPiece(path) : sinks.open(path));
      minId = row.id();
    }
    sink.get().add(row);
    maxId = row.id();
  }

  @Override
  public List<PartFile> finish() throws IOException {
    if (sink.isEmpty()) {
      return List.of();
    }
    return List.of(PartFile.of(part, "", 0, sink.get().finish(), minId, maxId));
  }

  @Override
  public void close() throws IOException {
    if (sink.isPresent()) {
      sink.get().close();
    }
  }
}
