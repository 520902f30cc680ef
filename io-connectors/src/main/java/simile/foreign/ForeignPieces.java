package simile.foreign;

import java.io.IOException;
import simile.input.FileFormat;
import simile.input.InputOpener;
import simile.input.LinePieces;
import simile.input.Piece;
import simile.input.PieceOpener;
import simile.input.SourceFile;
import simile.jsonl.LineSlabs;
import simile.jsonl.LineSource;
import simile.jsonl.SlabSource;
import simile.npz.NpzReader;
import simile.record.Schema;

/** Opens pieces of files of any format, all of which were looked at. */
public final class ForeignPieces implements PieceOpener {
  private final InputOpener files;
  private final Schema schema;
  private final StoredRecords records;
  private final int slabBytes;
  private final int maxLineBytes;
  private final LinePieces lines;

  /**
   * @param schema of the collection that they are for
   * @param records that the collection has, for vectors that come without
   * @param slabBytes about how many bytes a slab holds
   * @param maxLineBytes the longest record that is no violation
   */
  public ForeignPieces(
      InputOpener files, Schema schema, StoredRecords records, int slabBytes, int maxLineBytes) {
    this.files = files;
    this.schema = schema;
    this.records = records;
    this.slabBytes = slabBytes;
    this.maxLineBytes = maxLineBytes;
    this.lines = new LinePieces(files, slabBytes, maxLineBytes);
  }

  @Override
  public SlabSource open(Piece piece) throws IOException {
    if (piece.file().format() == FileFormat.JSONL) {
      return lines.open(piece);
    }
    LocalFile local = LocalFile.of(files, piece.file().uri());
    try {
      return piece.file().format() == FileFormat.PARQUET
          ? ParquetOpener.open(piece, local, slabBytes, maxLineBytes)
          : new LineSlabs(lines(piece, local), slabBytes, maxLineBytes);
    } catch (IOException | RuntimeException e) {
      local.close();
      throw e;
    }
  }

  private LineSource lines(Piece piece, LocalFile local) throws IOException {
    SourceFile file = piece.file();
    return switch (file.format()) {
      case SQLITE -> SqliteLines.open(local, file.name(), schema, maxLineBytes);
      case NPZ -> new NpzLines(local, NpzReader.open(local.path()), records);
      case JSONL, PARQUET -> throw new AssertionError("these are slabs already");
    };
  }
}
