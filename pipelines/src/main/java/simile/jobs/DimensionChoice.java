package simile.jobs;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import simile.connectors.LocalCopy;
import simile.contract.Contract;
import simile.log.CollectionState;
import simile.npz.NpzFormatException;
import simile.npz.NpzReader;

/**
 * The dimension of a run's embeddings, as far as it is known before: the contract's, else the
 * collection's. Else the first vector will say it.
 */
public final class DimensionChoice {
  private DimensionChoice() {}

  /**
   * @return the dimension, or empty if nothing says it yet
   */
  static OptionalInt of(IngestShape shape, Contract contract, Optional<CollectionState> stored)
      throws IOException {
    if (!contract.embeds()) {
      return OptionalInt.empty();
    }
    OptionalInt known = contract.schema().dimension();
    if (known.isEmpty() && stored.isPresent()) {
      known = stored.get().schema().dimension();
    }
    return shape.embeddings().isEmpty()
        ? known
        : OptionalInt.of(requireDimension(shape.embeddings(), known));
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
