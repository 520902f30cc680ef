package simile.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import simile.connectors.LocalCopy;
import simile.npz.NpzVectors;
import simile.record.VectorLookup;

/** The vectors that a run brings by id, opened on a worker; none if it brings none. */
final class OpenVectors implements Closeable {
  private final Optional<NpzVectors> vectors;
  private final Optional<LocalCopy> copy;

  private OpenVectors(Optional<NpzVectors> vectors, Optional<LocalCopy> copy) {
    this.vectors = vectors;
    this.copy = copy;
  }

  static OpenVectors of(IngestPlan plan) throws IOException {
    if (plan.vectors().isEmpty()) {
      return new OpenVectors(Optional.empty(), Optional.empty());
    }
    LocalCopy copy = LocalCopy.of(plan.vectors());
    Path path = copy.path();
    return new OpenVectors(Optional.of(NpzVectors.index(path)), Optional.of(copy));
  }

  VectorLookup lookup() {
    return vectors.map(OpenVectors::lookup).orElse(VectorLookup.NONE);
  }

  private static VectorLookup lookup(NpzVectors vectors) {
    return (utf8, start, end, into) -> {
      try {
        return vectors.find(utf8, start, end, into);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the vectors given with --embeddings", e);
      }
    };
  }

  @Override
  public void close() throws IOException {
    if (vectors.isPresent()) {
      vectors.get().close();
    }
    if (copy.isPresent()) {
      copy.get().close();
    }
  }
}
