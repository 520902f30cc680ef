package simile.jobs.imports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.contract.Contract;
import simile.foreign.ForeignFiles;
import simile.input.FileFormat;
import simile.input.Piece;
import simile.input.SourceFile;
import simile.input.Split;
import simile.jobs.DimensionChoice;
import simile.jobs.RefusedException;

/**
 * The dimension of an import's vectors, as far as it is known before: the contract's, else the
 * collection's, else that of a file of vectors. Else the first vector will say it.
 */
final class ImportDimension {
  private final ForeignFiles looking;

  ImportDimension(ForeignFiles looking) {
    this.looking = looking;
  }

  /**
   * @param stored that of the collection
   * @param vectors an NPZ that brings vectors by id
   * @return empty if nothing says it yet
   * @throws RefusedException if they differ
   */
  OptionalInt of(
      Contract contract, OptionalInt stored, Optional<String> vectors, List<Split> splits)
      throws IOException {
    List<SourceFile> npz = npz(splits);
    if (!contract.embeds()) {
      if (!npz.isEmpty()) {
        throw new RefusedException(
            "%s has vectors, and the contract of '%s' knows no embedding; nothing was done"
                .formatted(npz.get(0).name(), contract.name()));
      }
      return OptionalInt.empty();
    }
    OptionalInt known = contract.schema().dimension();
    known = known.isPresent() ? known : stored;
    if (vectors.isPresent()) {
      known = OptionalInt.of(DimensionChoice.requireDimension(vectors.get(), known));
    }
    for (SourceFile file : npz) {
      known = OptionalInt.of(require(file, known));
    }
    return known;
  }

  private int require(SourceFile npz, OptionalInt known) throws IOException {
    int dimension = looking.dimension(npz);
    if (known.isPresent() && known.getAsInt() != dimension) {
      throw new RefusedException(
          "the vectors of %s have %d numbers, those of the collection %d; nothing was done"
              .formatted(npz.name(), dimension, known.getAsInt()));
    }
    return dimension;
  }

  private static List<SourceFile> npz(List<Split> splits) {
    return splits.stream()
        .flatMap(split -> split.pieces().stream())
        .map(Piece::file)
        .filter(file -> file.format() == FileFormat.NPZ)
        .toList();
  }
}
