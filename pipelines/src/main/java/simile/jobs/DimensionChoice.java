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
import simile.npz.NpzFormatException;
import simile.npz.NpzReader;

/**
 * The dimension of a run's embeddings: the contract's, else the collection's, else that of the
 * first vector.
 */
public final class DimensionChoice {
  private DimensionChoice() {}

  /**
   * @return the dimension, or empty if the run has no vectors
   */
  static OptionalInt of(
      IngestShape shape, Contract contract, Optional<CollectionState> stored, List<Split> splits)
      throws IOException {
    if (!contract.embeds()) {
      return OptionalInt.empty();
    }
    OptionalInt known = contract.schema().dimension();
    if (known.isEmpty() && stored.isPresent()) {
      known = stored.get().schema().dimension();
    }
    if (!shape.embeddings().isEmpty()) {
      return OptionalInt.of(requireDimension(shape.embeddings(), known));
    }
    if (known.isPresent()) {
      return known;
    }
    return new EmbeddingScan(new BeamInputs(), shape.limits().toRead()).firstDimension(splits);
  }

  /**
   * The dimension of an NPZ that brings vectors by id.
   *
   * @param known that of the collection
   * @throws RefusedException if they differ, or it is no NPZ
   */
  public static int requireDimension(String npz, OptionalInt known) throws IOException {
    int dimension = dimensionOf(npz);
    if (known.isPresent() && known.getAsInt() != dimension) {
      throw new RefusedException(
          "the vectors of '%s' have %d numbers, those of the collection %d; nothing was done"
              .formatted(npz, dimension, known.getAsInt()));
    }
    return dimension;
  }

  private static int dimensionOf(String npz) throws IOException {
    try (LocalCopy copy = LocalCopy.of(LocalCopy.absolute(npz));
        NpzReader reader = NpzReader.open(copy.path())) {
      return reader.dimension();
    } catch (NpzFormatException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }
}
