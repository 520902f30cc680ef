package simile.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simile.connectors.LocalCopy;
import simile.connectors.OutputFiles;
import simile.connectors.WrittenFile;
import simile.files.HashedOutput;
import simile.npz.NpzJoiner;
import simile.npz.NpzStreamWriter;
import simile.query.Row;

/** Ids and vectors of the records that have one. */
final class NpzSinks implements RowSinks {
  private static final int BUFFER_BYTES = 1 << 18;

  private final OutputFiles files;
  private final int dimension;

  NpzSinks(OutputFiles files, int dimension) {
    this.files = files;
    this.dimension = dimension;
  }

  @Override
  public RowSink open(String path) throws IOException {
    return new Sink(path, NpzStreamWriter.create(dimension));
  }

  @Override
  public WrittenFile join(List<PartFile> pieces, String path) throws IOException {
    List<LocalCopy> copies = new ArrayList<>();
    try {
      for (PartFile piece : pieces) {
        copies.add(files.local(piece.path()));
      }
      List<Path> paths = copies.stream().map(LocalCopy::path).toList();
      return write(path, out -> NpzJoiner.join(paths, dimension, out));
    } finally {
      for (LocalCopy copy : copies) {
        copy.close();
      }
    }
  }

  /** Writes pairs, and says how many. */
  @FunctionalInterface
  private interface Pairs {
    long writeTo(HashedOutput out) throws IOException;
  }

  private WrittenFile write(String path, Pairs pairs) throws IOException {
    try (HashedOutput out = new HashedOutput(files.create(path), BUFFER_BYTES)) {
      long count = pairs.writeTo(out);
      long bytes = out.count();
      return new WrittenFile(path, count, bytes, out.finish());
    }
  }

  private final class Sink implements RowSink {
    private final String path;
    private final NpzStreamWriter npz;

    Sink(String path, NpzStreamWriter npz) {
      this.path = path;
      this.npz = npz;
    }

    @Override
    public void add(Row row) throws IOException {
      npz.add(row.id(), row.vector().orElseThrow());
    }

    @Override
    public WrittenFile finish() throws IOException {
      return write(path, npz::writeTo);
    }

    @Override
    public void close() throws IOException {
      npz.close();
    }
  }
}
