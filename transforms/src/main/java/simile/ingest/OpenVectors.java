package simile.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

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

  static OpenVectors of(CollectionPlan plan) throws IOException {
    if (plan.vectors().isEmpty()) {
      return new OpenVectors(Optional.empty(), Optional.empty());
    }
    LocalCopy copy = LocalCopy.of(plan.vectors());
    try {
      Path path = copy.path();
      return new OpenVectors(Optional.of(NpzVectors.index(path)), Optional.of(copy));
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  VectorLookup lookup() {
    return vectors.map(OpenVectors::lookup).orElse(VectorLookup.NONE);
  }

  private static VectorLookup lookup(NpzVectors vectors) {
    return (utf8, start, end, into) -> {
      try {
        boolean found = vectors.find(utf8, start, end, into);
        if (found && !isFinite(into)) {
          throw notFinite(new String(utf8, start, end - start, UTF_8));
        }
        return found;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the vectors given with --embeddings", e);
      }
    };
  }

  // JSON has no such numbers, so a query could not put the vector back.
  private static boolean isFinite(float[] vector) {
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static IOException notFinite(String id) {
    return new IOException(
        "the vector of '%s' given with --embeddings holds NaN or an infinity; expected numbers within float32, so mend it or leave it out"
            .formatted(id));
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
