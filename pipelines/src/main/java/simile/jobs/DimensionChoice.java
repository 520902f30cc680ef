package simile.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.connectors.BeamInputs;
import simile.connectors.LocalCopy;
import simile.contract.Contract;
import simile.input.Split;
import simile.log.CollectionState;
import simile.npz.NpzReader;

/**
 * The dimension of a run's embeddings: the contract's, else the collection's, else that of the
 * first vector.
 */
final class DimensionChoice {
  private DimensionChoice() {}

  /**
   * @return the dimension, or empty if the run has no vectors
   */
  static OptionalInt of(
      IngestArgs args, Contract contract, Optional<CollectionState> stored, List<Split> splits)
      throws IOException {
    if (!contract.embeds()) {
      return OptionalInt.empty();
    }
    if (contract.schema().dimension().isPresent()) {
      return contract.schema().dimension();
    }
    OptionalInt known = stored.map(s -> s.schema().dimension()).orElse(OptionalInt.empty());
    if (known.isPresent()) {
      return known;
    }
    if (args.embeddings().isPresent()) {
      return OptionalInt.of(dimensionOf(args.embeddings().get()));
    }
    return new EmbeddingScan(
            new BeamInputs(), Math.toIntExact(args.splitBytes()), args.maxLineBytes())
        .firstDimension(splits);
  }

  static int dimensionOf(String npz) throws IOException {
    try (LocalCopy copy = LocalCopy.of(npz);
        NpzReader reader = NpzReader.open(copy.path())) {
      return reader.dimension();
    }
  }
}
