package simile.jobs.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.contract.Contract;
import simile.foreign.ForeignFiles;
import simile.foreign.ForeignPieces;
import simile.foreign.StoredRecords;
import simile.ingest.ReadLimits;
import simile.input.FileFormat;
import simile.input.InputOpener;
import simile.input.Piece;
import simile.input.SourceFile;
import simile.input.Split;
import simile.jobs.DimensionChoice;
import simile.jobs.EmbeddingScan;
import simile.jobs.RefusedException;

/**
 * The dimension of an import's vectors: the contract's, else the collection's, else that of the
 * first vector, wherever it is.
 */
final class ImportDimension {
  // Only an NPZ needs records, and its dimension is known before.
  private static final StoredRecords NO_RECORDS =
      (least, greatest) -> {
        throw new IllegalStateException("a scan for vectors looks at no records");
      };

  private final InputOpener inputs;
  private final ForeignFiles looking;
  private final ReadLimits limits;

  ImportDimension(InputOpener inputs, ForeignFiles looking, ReadLimits limits) {
    this.inputs = inputs;
    this.looking = looking;
    this.limits = limits;
  }

  /**
   * @param stored that of the collection
   * @param vectors an NPZ that brings vectors by id
   * @return empty if the import has no vectors
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
    return known.isPresent() ? known : scan(contract, splits);
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

  private OptionalInt scan(Contract contract, List<Split> splits) throws IOException {
    List<Split> some = new ArrayList<>();
    for (Split split : splits) {
      List<Piece> pieces = new ArrayList<>();
      for (Piece piece : split.pieces()) {
        if (looking.mayHaveVectors(piece.file(), contract.name())) {
          pieces.add(piece);
        }
      }
      if (!pieces.isEmpty()) {
        some.add(new Split(split.number(), pieces));
      }
    }
    ForeignPieces opener =
        new ForeignPieces(
            inputs, contract.schema(), NO_RECORDS, limits.slabBytes(), limits.maxLineBytes());
    return new EmbeddingScan(inputs, opener, limits).firstDimension(some);
  }

  private static List<SourceFile> npz(List<Split> splits) {
    return splits.stream()
        .flatMap(split -> split.pieces().stream())
        .map(Piece::file)
        .filter(file -> file.format() == FileFormat.NPZ)
        .toList();
  }
}
