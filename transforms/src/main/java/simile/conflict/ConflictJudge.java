package simile.conflict;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import simile.contract.Contract;
import simile.jsonl.EmbeddingMember;
import simile.jsonl.RowBytes;
import simile.merge.Entry;
import simile.merge.LiveRecords;
import simile.record.RecordBatch;
import simile.record.Schema;
import simile.record.SortedRows;

/**
 * Compares incoming records with those that the store has. A record that is stored as it comes,
 * with the same vector, is no conflict, and is left out. A deletion of a live record is one; it is
 * written unless what is stored stays.
 */
public final class ConflictJudge {
  private final BaseRecords base;
  private final Resolution resolution;
  private final boolean byField;
  private final FieldMerge fields;

  public ConflictJudge(Contract contract, BaseRecords base, Resolution resolution) {
    this.base = base;
    this.resolution = resolution;
    this.byField = contract.mergesFields() && resolution == Resolution.NEWER;
    this.fields = new FieldMerge(contract.unitedFields());
  }

  /** Judges the rows of a batch, and tells each conflict. */
  public Verdicts judge(RecordBatch batch, SortedRows rows, ConflictSink sink) throws IOException {
    Verdicts verdicts = new Verdicts();
    if (rows.size() == 0) {
      return verdicts;
    }
    String least = batch.id(rows.row(0));
    String greatest = batch.id(rows.row(rows.size() - 1));
    RowBytes lines = new RowBytes(batch);
    try (LiveRecords live = base.open(least, greatest)) {
      for (int rank = 0; rank < rows.size(); rank++) {
        int row = rows.row(rank);
        byte[] id = Arrays.copyOfRange(batch.ids(), batch.idStart(row), batch.idEnd(row));
        Optional<Entry> stored = live.find(id);
        if (stored.isEmpty()) {
          verdicts.write(rank);
        } else if (batch.isDeletion(row)) {
          delete(stored.get(), Side.stored(live, stored.get()), rank, verdicts, sink);
        } else {
          Side incoming = Side.incoming(batch, row, lines);
          judge(stored.get(), Side.stored(live, stored.get()), incoming, rank, verdicts, sink);
        }
      }
    }
    return verdicts;
  }

  private void judge(
      Entry entry, Side stored, Side incoming, int rank, Verdicts verdicts, ConflictSink sink)
      throws IOException {
    if (incoming.isSameAs(stored)) {
      return;
    }
    Optional<Instant> storedTime = stored.time();
    Optional<Instant> incomingTime = incoming.time();
    boolean replaces = replaces(storedTime, incomingTime);
    Made made = replaces ? make(incoming, stored) : make(stored, incoming);
    Action action =
        !made.fields().isEmpty() ? Action.MERGED : replaces ? Action.REPLACED : Action.KEPT;
    if (action == Action.MERGED) {
      verdicts.merge(rank, made.line());
    } else if (action == Action.REPLACED) {
      verdicts.write(rank);
    }
    sink.add(
        new Conflict(entry.id(), action, entry.commit(), storedTime, incomingTime, made.fields()));
  }

  private void delete(Entry entry, Side stored, int rank, Verdicts verdicts, ConflictSink sink)
      throws IOException {
    Action action = resolution == Resolution.STORED ? Action.KEPT : Action.DELETED;
    if (action == Action.DELETED) {
      verdicts.write(rank);
    }
    sink.add(
        new Conflict(
            entry.id(), action, entry.commit(), stored.time(), Optional.empty(), List.of()));
  }

  private boolean replaces(Optional<Instant> stored, Optional<Instant> incoming) {
    return switch (resolution) {
      case INCOMING -> true;
      case STORED -> false;
      case NEWER ->
          stored.isEmpty() || incoming.isEmpty() || !incoming.get().isBefore(stored.get());
    };
  }

  /**
   * The record that stays.
   *
   * @param line with its vector
   * @param fields that the older gave; none if the newer stays as it is, and then the line has no
   *     vector
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Made(byte[] line, List<String> fields) {}

  private Made make(Side newer, Side older) throws IOException {
    if (!byField) {
      return new Made(newer.json(), List.of());
    }
    FieldMerge.Merged both = fields.merge(newer.json(), older.json());
    List<String> given = new ArrayList<>(both.fields());
    if (newer.vector().isEmpty() && older.vector().isPresent()) {
      given.add(Schema.EMBEDDING);
    }
    Optional<float[]> vector = newer.vector().isPresent() ? newer.vector() : older.vector();
    return new Made(given.isEmpty() ? both.json() : line(both.json(), vector), given);
  }

  private static byte[] line(byte[] json, Optional<float[]> vector) {
    if (vector.isEmpty()) {
      return json;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + 16 * vector.get().length);
    EmbeddingMember.write(json, vector.get(), line);
    return line.toByteArray();
  }
}
