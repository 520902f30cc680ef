package simile.foreign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import simile.input.DamagedInputException;
import simile.input.Piece;
import simile.input.SourceFile;
import simile.jsonl.LongLineSink;
import simile.jsonl.Slab;
import simile.jsonl.SlabSource;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.ParquetLimits;
import simile.parquet.read.ParquetLines;

/** Opens Parquet files, row groups of them, and their footers. */
final class ParquetOpener {
  /** Each worker reads one file at a time. */
  private static final ParquetLimits LIMITS = ParquetLimits.defaults().withMemoryBytes(256L << 20);

  private ParquetOpener() {}

  /**
   * The rows of the row groups that start in a piece.
   *
   * @param local closed with what is returned
   */
  static SlabSource open(Piece piece, LocalFile local, int slabBytes, int maxLineBytes)
      throws IOException {
    FileChannel channel = FileChannel.open(local.path(), StandardOpenOption.READ);
    try {
      ParquetLines lines =
          ParquetLines.open(
              channel,
              piece.file().name(),
              piece.start(),
              piece.end(),
              slabBytes,
              maxLineBytes,
              LIMITS);
      return new Closing(lines, local);
    } catch (ParquetFormatException e) {
      channel.close();
      throw new DamagedInputException(e);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * @throws ForeignFileException if the footer is damaged, or says what is not understood
   */
  static void require(LocalFile local, SourceFile source) throws IOException {
    try (FileChannel channel = FileChannel.open(local.path(), StandardOpenOption.READ)) {
      ParquetLines.require(channel, LIMITS);
    } catch (ParquetFormatException | RuntimeException e) {
      throw new ForeignFileException(source.name(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Lines, and the copy that they are read from. */
  private record Closing(ParquetLines lines, LocalFile local) implements SlabSource {
    @Override
    public Optional<Slab> next(LongLineSink longLines) throws IOException {
      try {
        return lines.next(longLines);
      } catch (ParquetFormatException e) {
        throw new DamagedInputException(e);
      }
    }

    @Override
    public long linesRead() {
      return lines.linesRead();
    }

    @Override
    public void close() throws IOException {
      lines.close();
      local.close();
    }
  }
}
