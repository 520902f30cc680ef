package simile.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.embedding.FirstVector;
import simile.ingest.ReadLimits;
import simile.input.InputOpener;
import simile.input.LinePieces;
import simile.input.PieceOpener;
import simile.input.Split;
import simile.input.SplitReader;
import simile.input.SplitSlab;
import simile.jsonl.LongLineSink;

/**
 * Finds the dimension of the first vector of an input, before it is ingested. Splits are scanned in
 * parallel, and the first in the order of the input counts.
 */
public final class EmbeddingScan {
  private final InputOpener inputs;
  private final PieceOpener pieces;
  private final ReadLimits limits;
  private final FirstVector firstVector = new FirstVector();

  EmbeddingScan(InputOpener inputs, ReadLimits limits) {
    this(inputs, new LinePieces(inputs, limits.slabBytes(), limits.maxLineBytes()), limits);
  }

  /**
   * @param pieces opens pieces
   */
  public EmbeddingScan(InputOpener inputs, PieceOpener pieces, ReadLimits limits) {
    this.inputs = inputs;
    this.pieces = pieces;
    this.limits = limits;
  }

  /** The first vector's length, or empty if no record has one. */
  public OptionalInt firstDimension(List<Split> splits) throws IOException {
    try {
      return splits.parallelStream()
          .map(this::scan)
          .filter(OptionalInt::isPresent)
          .findFirst()
          .orElse(OptionalInt.empty());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private OptionalInt scan(Split split) {
    try (SplitReader reader =
        new SplitReader(inputs, pieces, split, limits.slabBytes(), piece -> new Ignored())) {
      for (Optional<SplitSlab> slab = reader.next(); slab.isPresent(); slab = reader.next()) {
        OptionalInt dimension = firstVector.dimension(slab.get().slab());
        if (dimension.isPresent()) {
          return dimension;
        }
      }
      return OptionalInt.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Long lines are rejected anyway. */
  private static final class Ignored implements LongLineSink {
    @Override
    public void begin(long offset, long number) {}

    @Override
    public void piece(byte[] bytes, int start, int length) {}

    @Override
    public void end() {}
  }
}
