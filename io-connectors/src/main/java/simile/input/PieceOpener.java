package simile.input;

import java.io.IOException;
import simile.jsonl.SlabSource;

/** Opens a piece as slabs of lines of JSON, whatever its file's format is. */
@FunctionalInterface
public interface PieceOpener {
  SlabSource open(Piece piece) throws IOException;
}
