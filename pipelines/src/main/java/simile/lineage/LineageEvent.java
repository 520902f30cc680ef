package simile.lineage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something that happened to a run.
 *
 * @param type what
 * @param time when
 * @param run the same in all events of a run
 * @param job what kind of work on what, the same in all runs of it
 * @param inputs what it reads
 * @param outputs what it writes
 * @param engine what runs it, such as {@code direct}
 * @param engineVersion its version
 * @param error why it failed; empty unless it did
 * @param facts further facts of the run
 */
public record LineageEvent(
    EventType type,
    Instant time,
    UUID run,
    String job,
    List<LineageDataset> inputs,
    List<LineageDataset> outputs,
    String engine,
    String engineVersion,
    Optional<String> error,
    SortedMap<String, String> facts) {

  public LineageEvent {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    facts = new TreeMap<>(facts);
  }
}
