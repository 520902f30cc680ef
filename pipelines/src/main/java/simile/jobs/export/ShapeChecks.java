package simile.jobs.export;

import java.util.List;
import simile.export.ExportFormat;
import simile.jobs.RefusedException;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.Schema;
import simile.store.CollectionSnapshot;

/** What of an export's shape depends on the collection. */
final class ShapeChecks {
  private ShapeChecks() {}

  /**
   * Checks it.
   *
   * @throws RefusedException if the collection cannot be exported so
   */
  static void require(ExportArgs args, CollectionSnapshot read) {
    Schema schema = read.schema();
    args.partitionBy().ifPresent(field -> requireText(schema, field));
    if (args.format() == ExportFormat.NPZ && schema.dimension().isEmpty()) {
      throw new RefusedException(
          "collection '%s' has no vectors as of version %d, and an npz file holds nothing else; choose another format"
              .formatted(schema.collection(), read.version()));
    }
    if (args.format() == ExportFormat.PARQUET || args.format() == ExportFormat.SQLITE) {
      requireNames(read, args.format().key());
    }
  }

  /**
   * Contracts are refused that have such a name; an older store may hold one.
   *
   * @param what is asked for
   * @throws RefusedException if a field has the name of the column of what the contract does not
   *     know
   */
  static void requireNames(CollectionSnapshot read, String what) {
    for (Column column : read.schema().columns()) {
      if (column.name().equalsIgnoreCase(Schema.EXTRA)) {
        throw new RefusedException(
            "collection '%s' has a field '%s', which %s keeps for what the contract does not know; export it as jsonl or csv, and ingest it with another name for the field"
                .formatted(read.schema().collection(), column.name(), what));
      }
    }
  }

  private static void requireText(Schema schema, String field) {
    List<String> texts =
        schema.columns().stream()
            .filter(column -> column.type() == ColumnType.TEXT)
            .map(Column::name)
            .toList();
    if (!texts.contains(field)) {
      throw new RefusedException(
          "--partition-by %s: collection '%s' has no text field of that name; it has %s"
              .formatted(field, schema.collection(), String.join(", ", texts)));
    }
  }
}
