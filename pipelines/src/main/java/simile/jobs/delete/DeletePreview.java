package simile.jobs.delete;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.connectors.BeamInputs;
import simile.delete.IdLines;
import simile.input.Split;
import simile.query.Criteria;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.store.CollectionSnapshot;

/** Says what a delete would delete now, and deletes nothing. Runs in this process. */
public final class DeletePreview {
  /** So many ids are looked up together. */
  private static final int CHUNK = 10_000;

  private final DeleteArgs args;
  private final InputStream standardInput;

  public DeletePreview(DeleteArgs args, InputStream standardInput) {
    this.args = args;
    this.standardInput = standardInput;
  }

  /** Takes what would be deleted. */
  @FunctionalInterface
  public interface Sink {
    void row(Row row) throws IOException;
  }

  /**
   * Shows the live records that would be deleted: in order of id, for a list of ids in order of id
   * among ten thousand at a time; a record is shown twice if its id is listed twice, far apart.
   */
  public void show(CollectionSnapshot snapshot, Sink sink) throws IOException {
    if (args.isByCriteria()) {
      show(snapshot, args.criteria(), sink);
      return;
    }
    Chunks chunks = new Chunks(snapshot, sink);
    for (String id : args.ids()) {
      chunks.id(id);
    }
    try (DeleteInputs inputs = DeleteInputs.read(args, standardInput)) {
      for (Split split : inputs.splits()) {
        new IdLines(new BeamInputs()).read(split, chunks);
      }
    }
    chunks.flush();
  }

  private static void show(CollectionSnapshot snapshot, Criteria criteria, Sink sink)
      throws IOException {
    try (Rows rows = snapshot.query(Query.of(criteria))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        sink.row(row.get());
      }
    }
  }

  /** Gathers ids until there are enough to look up. */
  private static final class Chunks implements IdLines.Sink {
    private final CollectionSnapshot snapshot;
    private final Sink sink;
    private final List<String> ids = new ArrayList<>();

    Chunks(CollectionSnapshot snapshot, Sink sink) {
      this.snapshot = snapshot;
      this.sink = sink;
    }

    @Override
    public void id(String id) throws IOException {
      ids.add(id);
      if (ids.size() == CHUNK) {
        flush();
      }
    }

    @Override
    public void blank() {
      // a preview counts records only
    }

    void flush() throws IOException {
      if (!ids.isEmpty()) {
        show(snapshot, Criteria.ALL.withIds(ids), sink);
        ids.clear();
      }
    }
  }
}
