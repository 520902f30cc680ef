package simile.lineage;

import java.util.List;
import java.util.Optional;

/**
 * Something that a run reads or writes.
 *
 * @param name what it is called
 * @param version which state of it; empty if nobody knows
 * @param fields what records have; none if nobody knows
 * @param statistics how much was read or written; empty if nobody knows
 */
public record LineageDataset(
    DatasetName name,
    Optional<String> version,
    List<Field> fields,
    Optional<Statistics> statistics) {

  public LineageDataset {
    fields = List.copyOf(fields);
  }

  /** One of which only the name is known. */
  public static LineageDataset of(DatasetName name) {
    return new LineageDataset(name, Optional.empty(), List.of(), Optional.empty());
  }

  public LineageDataset withVersion(String known) {
    return new LineageDataset(name, Optional.of(known), fields, statistics);
  }

  public LineageDataset withFields(List<Field> known) {
    return new LineageDataset(name, version, known, statistics);
  }

  public LineageDataset withStatistics(Statistics known) {
    return new LineageDataset(name, version, fields, Optional.of(known));
  }

  /** A field of a record. */
  public record Field(String name, String type) {}
}
