package simile.delete;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import simile.files.StoreFiles;
import simile.input.InputOpener;
import simile.input.Piece;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.record.IdRange;
import simile.record.Position;
import simile.store.CollectionSnapshot;

/**
 * Turns a part of a delete into segments of tombstones, in memory that does not depend on how many
 * there are. Nothing that it writes can be seen before a commit names it. Used by one thread for
 * many parts.
 */
public final class PartDeleter {
  private final DeletePlan plan;
  private final StoreFiles files;
  private final CollectionSnapshot read;
  private final InputOpener inputs;
  private final RandomGenerator random;

  /**
   * Prepares the work.
   *
   * @param read the collection as of the plan's version
   * @param inputs opens lists of ids
   * @param random names attempts
   */
  public PartDeleter(
      DeletePlan plan,
      StoreFiles files,
      CollectionSnapshot read,
      InputOpener inputs,
      RandomGenerator random) {
    if (read.version() != plan.version()) {
      throw new IllegalArgumentException(
          "expected version " + plan.version() + ", got " + read.version());
    }
    this.plan = plan;
    this.files = files;
    this.read = read;
    this.inputs = inputs;
    this.random = random;
  }

  /**
   * Deletes a part. Where that fails, the segments of this attempt are deleted again.
   *
   * @throws IdListException if a list of ids has a line that is none
   * @throws IOException if a list or the store cannot be read, or the store cannot be written
   */
  public DeleteResult delete(DeletePart part) throws IOException {
    String attempt = HexFormat.of().toHexDigits(random.nextInt());
    TombstoneSegments segments = new TombstoneSegments(plan, files, read, part.number(), attempt);
    try {
      write(part, segments);
      return segments.finish();
    } catch (IOException | RuntimeException e) {
      segments.discard(e);
      throw e;
    }
  }

  private void write(DeletePart part, TombstoneSegments into) throws IOException {
    if (part instanceof DeletePart.Given given) {
      for (String id : given.ids()) {
        into.id(id);
      }
    } else if (part instanceof DeletePart.Listed listed) {
      new IdLines(inputs).read(listed.split(), into);
      listed.split().pieces().stream().mapToLong(Piece::storedBytes).forEach(into::bytesRead);
    } else if (part instanceof DeletePart.Matching matching) {
      match(matching.range(), into);
    }
  }

  /** Hides what was read, and nothing that came after it. */
  private void match(IdRange range, TombstoneSegments into) throws IOException {
    try (Rows rows = read.query(Query.of(plan.criteria()), range)) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        into.matched(row.get().id(), plan.version(), Position.LAST);
      }
    }
  }
}
