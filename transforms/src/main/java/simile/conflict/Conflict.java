package simile.conflict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An id that has a live record, for which another one, or a deletion, comes.
 *
 * @param id the id
 * @param action what becomes of the record that the store has
 * @param storedVersion the version that wrote it
 * @param storedTime its {@code updated_at}, else {@code created_at}
 * @param incomingTime those of the one that comes; a deletion has none
 * @param fields of a merged record, the fields that come from the older one, wholly or in part
 */
public record Conflict(
    String id,
    Action action,
    long storedVersion,
    Optional<Instant> storedTime,
    Optional<Instant> incomingTime,
    List<String> fields) {

  public Conflict {
    fields = List.copyOf(fields);
  }
}
