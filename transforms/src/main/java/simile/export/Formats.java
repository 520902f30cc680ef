package simile.export;

import java.io.IOException;
import simile.connectors.OutputFiles;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.files.StoreFiles;
import simile.store.CollectionSnapshot;

/** Finds what writes a format. */
final class Formats {
  private Formats() {}

  /**
   * What writes records of a collection.
   *
   * @param store the files of its store
   * @param files the output's folder
   */
  static RowSinks of(
      ExportShape shape, CollectionSnapshot read, StoreFiles store, OutputFiles files)
      throws IOException {
    return switch (shape.format()) {
      case JSONL -> new JsonlSinks(files, shape.compression());
      case CSV -> new CsvSinks(files, read.schema(), shape.compression());
      case SQLITE -> new SqliteSinks(files, read.schema(), contract(read, store).unstored());
      case NPZ -> new NpzSinks(files, read.schema().dimension().orElseThrow());
      case PARQUET -> ParquetSinks.of(files, contract(read, store), shape);
    };
  }

  private static Contract contract(CollectionSnapshot read, StoreFiles store) throws IOException {
    String path = read.contract().path();
    try {
      return ContractParser.parse(path, store.read(path));
    } catch (ContractException e) {
      throw new IOException(
          "%s, by which the records were written, cannot be read: %s"
              .formatted(path, e.getMessage()),
          e);
    }
  }
}
