package simile.input;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import simile.jsonl.Slab;
import simile.jsonl.SlabSource;

/**
 * Reads a split as slabs of at most about {@code slabBytes}: one for a byte range, one for several
 * small files together, as many as it takes for a big compressed file. A file is checked against
 * its stamp once it has been read.
 */
public final class SplitReader implements Closeable {
  private final InputOpener files;
  private final PieceOpener opener;
  private final int slabBytes;
  private final LongLines longLines;
  private final Iterator<Piece> pieces;
  private Optional<Open> open = Optional.empty();

  private long linesOfLastPiece;

  private record Open(Piece piece, SlabSource reader) {}

  /**
   * Starts reading lines.
   *
   * @param maxLineBytes the longest line that is kept in memory; longer ones go to {@code
   *     longLines}
   */
  public SplitReader(
      InputOpener opener, Split split, int slabBytes, int maxLineBytes, LongLines longLines) {
    this(opener, new LinePieces(opener, slabBytes, maxLineBytes), split, slabBytes, longLines);
  }

  /**
   * Starts reading.
   *
   * @param files tells whether files changed
   * @param opener opens pieces
   */
  public SplitReader(
      InputOpener files, PieceOpener opener, Split split, int slabBytes, LongLines longLines) {
    this.files = files;
    this.opener = opener;
    this.slabBytes = slabBytes;
    this.longLines = longLines;
    this.pieces = split.pieces().iterator();
  }

  /**
   * The next slab, or empty at the end.
   *
   * @throws InputChangedException if a file is not the one that the run was submitted with
   * @throws InputException if a file cannot be opened, read or decompressed
   */
  public Optional<SplitSlab> next() throws IOException {
    Optional<SplitSlab> slab = Optional.empty();
    while (slab.isEmpty() || usedBytes(slab.get().slab()) < slabBytes / 2) {
      if (open.isEmpty() && !openNext()) {
        break;
      }
      Piece piece = open.get().piece();
      Optional<Slab> read = read(open.get());
      if (read.isEmpty()) {
        finish(piece);
      } else if (slab.isEmpty()) {
        slab = Optional.of(new SplitSlab(read.get(), piece));
      } else {
        slab.get().append(read.get(), piece);
      }
    }
    return slab;
  }

  /** How many lines the piece that was finished last has. */
  public long linesOfLastPiece() {
    return linesOfLastPiece;
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().reader().close();
    }
  }

  private boolean openNext() throws IOException {
    if (!pieces.hasNext()) {
      return false;
    }
    Piece piece = pieces.next();
    try {
      open = Optional.of(new Open(piece, opener.open(piece)));
    } catch (IOException e) {
      throw new InputException(piece, e);
    }
    return true;
  }

  private Optional<Slab> read(Open from) throws IOException {
    BlamedSink sink = new BlamedSink(longLines.of(from.piece()));
    try {
      return from.reader().next(sink);
    } catch (IOException e) {
      throw sink.threw(e) ? e : new InputException(from.piece(), e);
    }
  }

  private void finish(Piece piece) throws IOException {
    linesOfLastPiece = open.map(o -> o.reader().linesRead()).orElse(0L);
    close();
    open = Optional.empty();
    FileStamp now = stamp(piece);
    if (!now.equals(piece.file().stamp())) {
      throw new InputChangedException(piece.file(), now);
    }
  }

  private FileStamp stamp(Piece piece) throws IOException {
    try {
      return files.stamp(piece.file().uri());
    } catch (IOException e) {
      throw new InputException(piece, e);
    }
  }

  private static int usedBytes(Slab slab) {
    return slab.lines() == 0 ? 0 : slab.end(slab.lines() - 1);
  }
}
