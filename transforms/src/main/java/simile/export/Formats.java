package simile.export;

import simile.connectors.OutputFiles;
import simile.store.CollectionSnapshot;

/** Finds what writes a format. */
final class Formats {
  private Formats() {}

  static RowSinks of(ExportShape shape, CollectionSnapshot read, OutputFiles files) {
    return switch (shape.format()) {
      case JSONL -> new JsonlSinks(files, shape.compression());
      default -> throw new IllegalArgumentException("not yet: " + shape.format().key());
    };
  }
}
