package simile.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simile.bundle.Bundle;
import simile.bundle.BundlePaths;
import simile.bundle.BundledCollection;
import simile.bundle.card.DataCard;
import simile.bundle.croissant.Croissant;
import simile.connectors.LocalCopy;
import simile.connectors.OutputFiles;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.npz.NpzJoiner;
import simile.record.Schema;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/** Makes the rest of a bundle of what the parts made, and describes it. */
final class BundleAssembler {
  private final BundlePlan plan;
  private final Store store;
  private final OutputFiles files;
  private final BundlePieces pieces;
  private final Map<String, Contract> contracts = new TreeMap<>();
  private final Map<String, BundledCollection> collections = new TreeMap<>();

  BundleAssembler(BundlePlan plan, Store store, OutputFiles files) {
    this.plan = plan;
    this.store = store;
    this.files = files;
    this.pieces = new BundlePieces(files, plan.unfinished());
  }

  /**
   * Makes it.
   *
   * @param made what the parts made, by number of part
   */
  Bundle assemble(Map<Integer, ExportResult> made) throws IOException {
    for (ExportPlan export : plan.exports()) {
      List<PartFile> parts =
          export.parts().stream()
              .flatMap(part -> made.get(part.number()).files().stream())
              .toList();
      CollectionSnapshot read = export.source().open(store);
      if (export.shape().format() == ExportFormat.NPZ) {
        vectors(read.schema(), parts);
      } else {
        records(read, parts);
      }
    }
    for (String model : BundleModels.list(store.files())) {
      pieces.copy(model, store.files(), model);
    }
    long entries = history();
    Bundle bare = bundle(entries);
    pieces.make(BundlePaths.CROISSANT, Croissant.toBytes(bare, contracts));
    pieces.make(BundlePaths.CARD, DataCard.toBytes(bare, contracts));
    return bundle(entries);
  }

  /** The files, where they are now. */
  List<BundlePiece> pieces() {
    return pieces.all();
  }

  private void records(CollectionSnapshot read, List<PartFile> parts) throws IOException {
    String name = read.key().collection();
    byte[] yaml = store.files().read(read.contract().path());
    contracts.put(name, parse(read.contract().path(), yaml));
    pieces.make(BundlePaths.contract(name), yaml);
    for (int i = 0; i < parts.size(); i++) {
      pieces.take(BundlePaths.data(name, i, parts.size()), parts.get(i));
    }
    if (parts.isEmpty()) {
      pieces.make(BundlePaths.data(name, 0, 1), new byte[0]);
    }
    collections.put(
        name,
        new BundledCollection(
            name,
            parts.stream().mapToLong(PartFile::rows).sum(),
            0,
            read.schema().dimension(),
            new BundledCollection.ContractLabel(
                read.contract().id(), read.contract().version(), read.contract().sha256())));
  }

  private void vectors(Schema schema, List<PartFile> parts) throws IOException {
    if (parts.isEmpty()) {
      return;
    }
    String name = schema.collection();
    collections.computeIfPresent(
        name, (n, c) -> c.withVectors(parts.stream().mapToLong(PartFile::rows).sum()));
    if (parts.size() == 1) {
      pieces.take(BundlePaths.embeddings(name), parts.get(0));
      return;
    }
    List<LocalCopy> copies = new ArrayList<>();
    try {
      for (PartFile part : parts) {
        copies.add(files.local(part.path()));
      }
      List<Path> paths = copies.stream().map(LocalCopy::path).toList();
      int dimension = schema.dimension().orElseThrow();
      pieces.make(BundlePaths.embeddings(name), out -> NpzJoiner.join(paths, dimension, out));
    } finally {
      for (LocalCopy copy : copies) {
        copy.close();
      }
    }
  }

  private long history() throws IOException {
    BundleHistory history = new BundleHistory(store, plan.context());
    List<Long> versions = history.versions(plan.version(), plan.historyEntries());
    if (!versions.isEmpty()) {
      pieces.make(
          BundlePaths.HISTORY,
          out -> {
            for (long version : versions) {
              byte[] entry = history.entry(version);
              out.write(entry, 0, entry.length);
            }
          });
    }
    return versions.size();
  }

  private Bundle bundle(long entries) throws IOException {
    try {
      return new Bundle(
          plan.context(),
          plan.version(),
          plan.committedAt(),
          plan.license(),
          List.copyOf(collections.values()),
          entries,
          pieces.files());
    } catch (IllegalArgumentException e) {
      throw new IOException("no bundle can hold this: " + e.getMessage(), e);
    }
  }

  private static Contract parse(String path, byte[] yaml) throws IOException {
    try {
      return ContractParser.parse(path, yaml);
    } catch (ContractException e) {
      throw new IOException(
          "%s, by which the records were written, cannot be read: %s"
              .formatted(path, e.getMessage()),
          e);
    }
  }
}
