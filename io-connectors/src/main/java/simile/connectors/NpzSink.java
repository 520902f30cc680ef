package simile.connectors;

import java.io.IOException;
import org.apache.beam.sdk.io.fs.ResourceId;
import simile.files.HashedOutput;
import simile.npz.NpzBuilder;

/** Gathers vectors in memory, since an array says first how long it is, and writes them as NPZ. */
final class NpzSink implements FileSink<IdVector> {
  private final ResourceId file;
  private final NpzBuilder npz = new NpzBuilder();

  private NpzSink(ResourceId file) {
    this.file = file;
  }

  static final class Factory implements FileSink.Factory<IdVector> {
    private static final long serialVersionUID = 1L;

    @Override
    public FileSink<IdVector> open(ResourceId file) {
      return new NpzSink(file);
    }

    @Override
    public String suffix() {
      return ".npz";
    }
  }

  @Override
  public void add(IdVector element) {
    npz.add(element.id(), element.vector());
  }

  @Override
  public long bytes() {
    return npz.bytes();
  }

  @Override
  public WrittenFile finish() throws IOException {
    try (HashedOutput out = new HashedOutput(new BeamOutput(file), 1 << 17)) {
      npz.writeTo(out);
      long bytes = out.count();
      return new WrittenFile(file.toString(), npz.count(), bytes, out.finish());
    }
  }

  @Override
  public void close() {}
}
